import { definePortalArea } from "../area.ts";

export default definePortalArea({
  id: "preferences",
  routes: [
    { path: "/portal/preferences", screen: () => import("./my-preferences.tsx") },
    { path: "/p/preferences", screen: () => import("./preferences-by-link.tsx"), open: true, bare: true },
    { path: "/p/consent", screen: () => import("./confirm-consent.tsx"), open: true, bare: true },
  ],
});
