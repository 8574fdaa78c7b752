import { IconStar } from "@tabler/icons-react";
import { defineArea } from "../area.ts";

export default defineArea({
  id: "reviews",
  nav: { group: "experience", label: "area.reviews", icon: IconStar, to: "/reviews", permission: "read reviews" },
  routes: [{ path: "/reviews", screen: () => import("./reviews.tsx") }],
});
