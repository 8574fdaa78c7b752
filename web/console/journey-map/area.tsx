import { IconRoute } from "@tabler/icons-react";
import { defineArea } from "../area.ts";

export default defineArea({
  id: "journey-map",
  nav: { group: "experience", label: "area.journey-map", icon: IconRoute, to: "/journey-map", permission: "read journeys" },
  routes: [{ path: "/journey-map", screen: () => import("./journey-map.tsx") }],
});
