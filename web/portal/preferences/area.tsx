import { definePortalArea } from "../area.ts";
import { stubScreen } from "../stub-screen.tsx";

export default definePortalArea({
  id: "preferences",
  routes: [{ path: "/portal/preferences", screen: stubScreen("area.preferences") }],
});
