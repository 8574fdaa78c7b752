import { IconChartBar } from "@tabler/icons-react";
import { defineArea } from "../area.ts";
import { stubScreen } from "../stub-screen.tsx";

export default defineArea({
  id: "opportunities",
  nav: { group: "front-office", label: "area.opportunities", icon: IconChartBar, to: "/opportunities" },
  routes: [{ path: "/opportunities", screen: stubScreen("area.opportunities") }],
});
