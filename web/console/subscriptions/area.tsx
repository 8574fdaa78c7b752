import { IconRefresh } from "@tabler/icons-react";
import { client } from "../../api/client.ts";
import { defineArea } from "../area.ts";

export default defineArea({
  id: "subscriptions",
  nav: {
    group: "back-office",
    label: "area.subscriptions",
    icon: IconRefresh,
    to: "/subscriptions",
    permission: "read subscriptions",
  },
  routes: [
    { path: "/subscriptions", screen: () => import("./subscription-list.tsx") },
    { path: "/subscriptions/$subscriptionId", screen: () => import("./subscription.tsx") },
    { path: "/subscriptions/$subscriptionId/usage", screen: () => import("./usage-records.tsx") },
  ],
  find: async (text, signal) =>
    (await client.subscriptions.list({ search: text, limit: 5 }, { signal })).rows.map((subscription) => ({
      id: subscription.id,
      title: `${subscription.number} · ${subscription.name}`,
      note: subscription.customerName,
      to: "/subscriptions/$subscriptionId",
      params: { subscriptionId: subscription.id },
    })),
});
