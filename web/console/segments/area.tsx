import { IconChartPie } from "@tabler/icons-react";
import { defineArea } from "../area.ts";
import { stubScreen } from "../stub-screen.tsx";

export default defineArea({
  id: "segments",
  nav: { group: "front-office", label: "area.segments", icon: IconChartPie, to: "/segments" },
  routes: [{ path: "/segments", screen: stubScreen("area.segments") }],
});
