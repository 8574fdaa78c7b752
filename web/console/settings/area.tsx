import { IconSettings } from "@tabler/icons-react";
import { defineArea } from "../area.ts";
import { stubScreen } from "../stub-screen.tsx";

export default defineArea({
  id: "settings",
  nav: { group: "settings", label: "area.settings", icon: IconSettings, to: "/settings" },
  routes: [{ path: "/settings", screen: stubScreen("area.settings") }],
});
