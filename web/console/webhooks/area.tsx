import { IconWebhook } from "@tabler/icons-react";
import { defineArea } from "../area.ts";
import { stubScreen } from "../stub-screen.tsx";

export default defineArea({
  id: "webhooks",
  nav: { group: "settings", label: "area.webhooks", icon: IconWebhook, to: "/webhooks" },
  routes: [{ path: "/webhooks", screen: stubScreen("area.webhooks") }],
});
