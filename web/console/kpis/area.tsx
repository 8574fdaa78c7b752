import { IconGauge } from "@tabler/icons-react";
import { defineArea } from "../area.ts";

export default defineArea({
  id: "kpis",
  nav: { group: "experience", label: "area.kpis", icon: IconGauge, to: "/kpis" },
  routes: [
    { path: "/kpis", screen: () => import("./kpi-list.tsx") },
    { path: "/kpis/$key", screen: () => import("./kpi.tsx") },
  ],
});
