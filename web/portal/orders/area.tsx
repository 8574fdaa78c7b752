import { IconTruckDelivery } from "@tabler/icons-react";
import { definePortalArea } from "../area.ts";
import { stubScreen } from "../stub-screen.tsx";

export default definePortalArea({
  id: "orders",
  nav: { label: "area.orders", icon: IconTruckDelivery, to: "/portal/orders" },
  routes: [
    { path: "/portal/orders", screen: stubScreen("area.orders") },
    { path: "/portal/orders/$orderId", screen: stubScreen("area.orders") },
  ],
});
