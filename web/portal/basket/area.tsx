import { IconShoppingCart } from "@tabler/icons-react";
import { definePortalArea } from "../area.ts";
import { stubScreen } from "../stub-screen.tsx";

export default definePortalArea({
  id: "basket",
  nav: { label: "area.basket", icon: IconShoppingCart, to: "/shop" },
  routes: [{ path: "/shop", screen: stubScreen("area.basket"), open: true }],
});
