import { definePortalArea } from "../area.ts";

export default definePortalArea({
  id: "booking",
  routes: [{ path: "/portal/orders/$orderId/appointment", screen: () => import("./booking.tsx") }],
});
