import { IconChartPie, IconPlus } from "@tabler/icons-react";
import { defineArea } from "../area.ts";

export default defineArea({
  id: "segments",
  nav: { group: "front-office", label: "area.segments", icon: IconChartPie, to: "/segments", permission: "read segments" },
  routes: [
    { path: "/segments", screen: () => import("./segment-list.tsx") },
    { path: "/segments/new", screen: () => import("./new-segment.tsx") },
    { path: "/segments/$segmentId", screen: () => import("./segment.tsx") },
  ],
  commands: [
    {
      label: "segments:command.new",
      icon: IconPlus,
      to: "/segments/new",
      keywords: "segment cible audience",
      permission: "manage segments",
    },
  ],
});
