import { IconGauge } from "@tabler/icons-react";
import { defineArea } from "../area.ts";
import { stubScreen } from "../stub-screen.tsx";

export default defineArea({
  id: "kpis",
  nav: { group: "experience", label: "area.kpis", icon: IconGauge, to: "/kpis" },
  routes: [{ path: "/kpis", screen: stubScreen("area.kpis") }],
});
