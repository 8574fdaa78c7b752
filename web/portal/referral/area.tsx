import { definePortalArea } from "../area.ts";
import { stubScreen } from "../stub-screen.tsx";

export default definePortalArea({
  id: "referral",
  routes: [{ path: "/portal/referral", screen: stubScreen("area.referral") }],
});
