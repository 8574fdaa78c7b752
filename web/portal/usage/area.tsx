import { definePortalArea } from "../area.ts";
import { stubScreen } from "../stub-screen.tsx";

export default definePortalArea({
  id: "usage",
  routes: [{ path: "/portal/usage", screen: stubScreen("area.usage") }],
});
