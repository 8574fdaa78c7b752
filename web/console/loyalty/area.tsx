import { IconGift } from "@tabler/icons-react";
import { defineArea } from "../area.ts";

export default defineArea({
  id: "loyalty",
  nav: { group: "experience", label: "area.loyalty", icon: IconGift, to: "/loyalty" },
  routes: [{ path: "/loyalty", screen: () => import("./loyalty.tsx") }],
});
