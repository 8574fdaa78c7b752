import { definePortalArea } from "../area.ts";

export default definePortalArea({
  id: "quote",
  routes: [
    { path: "/portal/quotes", screen: () => import("./quotes.tsx") },
    { path: "/portal/quotes/$quoteId", screen: () => import("./quote.tsx") },
    { path: "/portal/verify", screen: () => import("./verify.tsx"), open: true },
  ],
});
