import { definePortalArea } from "../area.ts";

export default definePortalArea({
  id: "installation",
  routes: [{ path: "/portal/orders/$orderId/installation", screen: () => import("./installation.tsx") }],
});
