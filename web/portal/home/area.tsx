import { IconHome } from "@tabler/icons-react";
import { definePortalArea } from "../area.ts";
import { stubScreen } from "../stub-screen.tsx";

export default definePortalArea({
  id: "home",
  nav: { label: "area.home", icon: IconHome, to: "/portal" },
  routes: [{ path: "/portal", screen: stubScreen("area.home") }],
});
