import { IconCalendarEvent } from "@tabler/icons-react";
import { defineArea } from "../area.ts";
import { stubScreen } from "../stub-screen.tsx";

export default defineArea({
  id: "appointments",
  nav: { group: "back-office", label: "area.appointments", icon: IconCalendarEvent, to: "/appointments" },
  routes: [{ path: "/appointments", screen: stubScreen("area.appointments") }],
});
