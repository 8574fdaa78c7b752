import { definePortalArea } from "../area.ts";
import { stubScreen } from "../stub-screen.tsx";

export default definePortalArea({
  id: "booking",
  routes: [{ path: "/portal/appointments/$appointmentId", screen: stubScreen("area.booking") }],
});
