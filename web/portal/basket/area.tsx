import { IconShoppingCart } from "@tabler/icons-react";
import { definePortalArea } from "../area.ts";

export default definePortalArea({
  id: "basket",
  nav: { label: "area.basket", icon: IconShoppingCart, to: "/shop" },
  routes: [
    { path: "/shop", screen: () => import("./shop.tsx"), open: true },
    { path: "/shop/$slug", screen: () => import("./guide.tsx"), open: true },
  ],
});
