import { IconMessageCircle } from "@tabler/icons-react";
import { definePortalArea } from "../area.ts";

export default definePortalArea({
  id: "chat",
  nav: { label: "area.chat", icon: IconMessageCircle, to: "/portal/chat" },
  routes: [
    { path: "/portal/chat", screen: () => import("./chat.tsx"), open: true },
    { path: "/portal/chat/$conversationId", screen: () => import("./chat-thread.tsx"), open: true },
    { path: "/portal/help", screen: () => import("./help.tsx"), open: true },
    { path: "/portal/help/$slug", screen: () => import("./help-article.tsx"), open: true },
  ],
});
