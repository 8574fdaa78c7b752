import { IconHome } from "@tabler/icons-react";
import { defineArea } from "../area.ts";
import { stubScreen } from "../stub-screen.tsx";

export default defineArea({
  id: "home",
  nav: { group: "home", label: "area.home", icon: IconHome, to: "/" },
  routes: [{ path: "/", screen: stubScreen("area.home") }],
});
