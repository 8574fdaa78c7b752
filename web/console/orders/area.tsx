import { IconTruckDelivery } from "@tabler/icons-react";
import { client } from "../../api/client.ts";
import { defineArea } from "../area.ts";
import { useOrdersAtRisk } from "./use-orders-at-risk.ts";

export default defineArea({
  id: "orders",
  nav: {
    group: "back-office",
    label: "area.orders",
    icon: IconTruckDelivery,
    to: "/orders",
    useCount: useOrdersAtRisk,
    permission: "read orders",
  },
  routes: [
    { path: "/orders", screen: () => import("./order-list.tsx") },
    { path: "/orders/tasks", screen: () => import("./task-list.tsx") },
    { path: "/orders/$orderId", screen: () => import("./order.tsx") },
  ],
  commands: [
    {
      label: "orders:command.tasks",
      icon: IconTruckDelivery,
      to: "/orders/tasks",
      keywords: "tasks fallout tâches échecs livraison",
      permission: "read the plans of orders",
    },
  ],
  find: async (text, signal) =>
    (await client.orders.list({ search: text, limit: 5 }, { signal })).rows.map((order) => ({
      id: order.id,
      title: order.number,
      note: order.customerName,
      to: "/orders/$orderId",
      params: { orderId: order.id },
    })),
});
