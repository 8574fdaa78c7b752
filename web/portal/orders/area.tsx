import { IconTruckDelivery } from "@tabler/icons-react";
import { definePortalArea } from "../area.ts";

export default definePortalArea({
  id: "orders",
  nav: { label: "area.orders", icon: IconTruckDelivery, to: "/portal/orders" },
  routes: [
    { path: "/portal/orders", screen: () => import("./orders.tsx") },
    { path: "/portal/orders/$orderId", screen: () => import("./order.tsx") },
  ],
});
