import { definePortalArea } from "../area.ts";

export default definePortalArea({
  id: "payment",
  routes: [{ path: "/portal/pay/$invoiceId", screen: () => import("./pay.tsx") }],
});
