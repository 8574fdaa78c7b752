import { definePortalArea } from "../area.ts";

export default definePortalArea({
  id: "referral",
  routes: [{ path: "/portal/referral", screen: () => import("./referral.tsx") }],
});
