import { IconHome } from "@tabler/icons-react";
import { definePortalArea } from "../area.ts";

export default definePortalArea({
  id: "home",
  nav: { label: "area.home", icon: IconHome, to: "/portal" },
  routes: [{ path: "/portal", screen: () => import("./home.tsx") }],
});
