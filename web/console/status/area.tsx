import { IconActivityHeartbeat } from "@tabler/icons-react";
import { defineArea } from "../area.ts";
import { stubScreen } from "../stub-screen.tsx";

export default defineArea({
  id: "status",
  nav: { group: "settings", label: "area.status", icon: IconActivityHeartbeat, to: "/status" },
  routes: [{ path: "/status", screen: stubScreen("area.status") }],
});
