import { definePortalArea } from "../area.ts";
import { stubScreen } from "../stub-screen.tsx";

export default definePortalArea({
  id: "survey",
  routes: [{ path: "/portal/surveys/$invitationId", screen: stubScreen("area.survey") }],
});
