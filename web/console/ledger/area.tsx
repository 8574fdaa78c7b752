import { IconScale } from "@tabler/icons-react";
import { defineArea } from "../area.ts";
import { stubScreen } from "../stub-screen.tsx";

export default defineArea({
  id: "ledger",
  nav: { group: "back-office", label: "area.ledger", icon: IconScale, to: "/ledger" },
  routes: [{ path: "/ledger", screen: stubScreen("area.ledger") }],
});
