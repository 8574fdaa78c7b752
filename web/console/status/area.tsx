import { IconActivityHeartbeat, IconMail } from "@tabler/icons-react";
import { defineArea } from "../area.ts";

export default defineArea({
  id: "status",
  nav: { group: "settings", label: "area.status", icon: IconActivityHeartbeat, to: "/status" },
  routes: [
    { path: "/status", screen: () => import("./status.tsx") },
    { path: "/status/mail", screen: () => import("./caught-mail.tsx") },
    { path: "/status/messages", screen: () => import("./message-list.tsx") },
  ],
  commands: [
    {
      label: "status:command.mail",
      icon: IconMail,
      to: "/status/mail",
      keywords: "mail e-mail demo intercept",
      permission: "read caught mail",
    },
    {
      label: "status:command.messages",
      icon: IconMail,
      to: "/status/messages",
      keywords: "message envoi decision",
      permission: "read messages",
    },
  ],
});
