import { definePortalArea } from "../area.ts";
import { stubScreen } from "../stub-screen.tsx";

export default definePortalArea({
  id: "landing",
  routes: [{ path: "/p/$slug", screen: stubScreen("area.landing"), open: true }],
});
