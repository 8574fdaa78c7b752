import { IconCalendarEvent } from "@tabler/icons-react";
import { defineArea } from "../area.ts";

export default defineArea({
  id: "appointments",
  nav: {
    group: "back-office",
    label: "area.appointments",
    icon: IconCalendarEvent,
    to: "/appointments",
    permission: "read appointments",
  },
  routes: [
    { path: "/appointments", screen: () => import("./appointments.tsx") },
    { path: "/appointments/$appointmentId", screen: () => import("./visit.tsx") },
  ],
});
