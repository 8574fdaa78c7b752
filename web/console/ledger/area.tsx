import { IconScale } from "@tabler/icons-react";
import { defineArea } from "../area.ts";

export default defineArea({
  id: "ledger",
  nav: { group: "back-office", label: "area.ledger", icon: IconScale, to: "/ledger", permission: "read the ledger" },
  routes: [
    { path: "/ledger", screen: () => import("./journal.tsx") },
    { path: "/ledger/entries/$entryId", screen: () => import("./entry.tsx") },
    { path: "/ledger/balance", screen: () => import("./balance.tsx") },
    { path: "/ledger/exports", screen: () => import("./exports.tsx") },
  ],
});
