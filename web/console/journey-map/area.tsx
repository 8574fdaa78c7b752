import { IconListCheck, IconRoute } from "@tabler/icons-react";
import { defineArea } from "../area.ts";

export default defineArea({
  id: "journey-map",
  nav: { group: "experience", label: "area.journey-map", icon: IconRoute, to: "/journey-map", permission: "read journeys" },
  routes: [
    { path: "/journey-map", screen: () => import("./journey-map.tsx") },
    { path: "/journey-map/improvements", screen: () => import("./improvements.tsx") },
  ],
  commands: [
    {
      label: "journey-map:improve.title",
      icon: IconListCheck,
      to: "/journey-map/improvements",
      keywords: "irritants améliorations pain points improvements",
      permission: "read journeys",
    },
  ],
});
