import { IconReportAnalytics } from "@tabler/icons-react";
import { defineArea } from "../area.ts";

export default defineArea({
  id: "reports",
  nav: { group: "home", label: "area.reports", icon: IconReportAnalytics, to: "/reports", permission: "read reports" },
  routes: [{ path: "/reports", screen: () => import("./reports.tsx") }],
});
