import { definePortalArea } from "../area.ts";

export default definePortalArea({
  id: "access",
  routes: [{ path: "/portal/sign-in", screen: () => import("./sign-in.tsx"), open: true }],
});
