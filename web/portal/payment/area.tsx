import { definePortalArea } from "../area.ts";
import { stubScreen } from "../stub-screen.tsx";

export default definePortalArea({
  id: "payment",
  routes: [{ path: "/portal/pay/$invoiceId", screen: stubScreen("area.payment") }],
});
