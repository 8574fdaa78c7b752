import { IconWebhook } from "@tabler/icons-react";
import { defineArea } from "../area.ts";

export default defineArea({
  id: "webhooks",
  nav: { group: "settings", label: "area.webhooks", icon: IconWebhook, to: "/webhooks", permission: "manage webhooks" },
  routes: [
    { path: "/webhooks", screen: () => import("./webhook-list.tsx") },
    { path: "/webhooks/$webhookId", screen: () => import("./webhook.tsx") },
  ],
});
