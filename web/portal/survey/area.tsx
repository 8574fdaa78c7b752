import { definePortalArea } from "../area.ts";

export default definePortalArea({
  id: "survey",
  routes: [{ path: "/portal/surveys/$invitationId", screen: () => import("./survey.tsx"), open: true }],
});
