import { definePortalArea } from "../area.ts";
import { stubScreen } from "../stub-screen.tsx";

export default definePortalArea({
  id: "installation",
  routes: [{ path: "/portal/installations/$appointmentId", screen: stubScreen("area.installation") }],
});
