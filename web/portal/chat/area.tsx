import { IconMessageCircle } from "@tabler/icons-react";
import { definePortalArea } from "../area.ts";
import { stubScreen } from "../stub-screen.tsx";

export default definePortalArea({
  id: "chat",
  nav: { label: "area.chat", icon: IconMessageCircle, to: "/portal/chat" },
  routes: [{ path: "/portal/chat", screen: stubScreen("area.chat") }],
});
