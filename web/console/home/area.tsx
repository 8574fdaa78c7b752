import { IconHome } from "@tabler/icons-react";
import { defineArea } from "../area.ts";

export default defineArea({
  id: "home",
  nav: { group: "home", label: "area.home", icon: IconHome, to: "/" },
  routes: [{ path: "/", screen: () => import("./home.tsx") }],
});
