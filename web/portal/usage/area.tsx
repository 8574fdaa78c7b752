import { definePortalArea } from "../area.ts";

export default definePortalArea({
  id: "usage",
  routes: [
    { path: "/portal/usage", screen: () => import("./usage.tsx") },
    { path: "/portal/usage/records", screen: () => import("./usage-records.tsx") },
  ],
});
