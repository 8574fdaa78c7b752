import { IconDiamond } from "@tabler/icons-react";
import { defineArea } from "../area.ts";

export default defineArea({
  id: "value",
  nav: { group: "experience", label: "area.value", icon: IconDiamond, to: "/value" },
  routes: [{ path: "/value", screen: () => import("./value.tsx") }],
});
