import { IconRouter } from "@tabler/icons-react";
import { definePortalArea } from "../area.ts";

export default definePortalArea({
  id: "services",
  nav: { label: "area.services", icon: IconRouter, to: "/portal/services", wideOnly: true },
  routes: [
    { path: "/portal/services", screen: () => import("./services.tsx") },
    { path: "/portal/services/$subscriptionId", screen: () => import("./service.tsx") },
  ],
});
