import { definePortalArea } from "../area.ts";
import { stubScreen } from "../stub-screen.tsx";

export default definePortalArea({
  id: "quote",
  routes: [{ path: "/portal/quotes/$quoteId", screen: stubScreen("area.quote") }],
});
