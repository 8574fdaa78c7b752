import { IconTruckDelivery } from "@tabler/icons-react";
import { defineArea } from "../area.ts";
import { stubScreen } from "../stub-screen.tsx";

export default defineArea({
  id: "orders",
  nav: { group: "back-office", label: "area.orders", icon: IconTruckDelivery, to: "/orders" },
  routes: [{ path: "/orders", screen: stubScreen("area.orders") }],
});
