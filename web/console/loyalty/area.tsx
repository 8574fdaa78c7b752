import { IconGift } from "@tabler/icons-react";
import { defineArea } from "../area.ts";
import { stubScreen } from "../stub-screen.tsx";

export default defineArea({
  id: "loyalty",
  nav: { group: "experience", label: "area.loyalty", icon: IconGift, to: "/loyalty" },
  routes: [{ path: "/loyalty", screen: stubScreen("area.loyalty") }],
});
