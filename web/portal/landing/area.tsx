import { definePortalArea } from "../area.ts";

export default definePortalArea({
  id: "landing",
  routes: [
    { path: "/p/$slug", screen: () => import("./landing.tsx"), open: true, bare: true },
    { path: "/p/$slug/thanks", screen: () => import("./thanks.tsx"), open: true, bare: true },
  ],
});
