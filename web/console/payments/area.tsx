import { IconCreditCard } from "@tabler/icons-react";
import { defineArea } from "../area.ts";
import { stubScreen } from "../stub-screen.tsx";

export default defineArea({
  id: "payments",
  nav: { group: "back-office", label: "area.payments", icon: IconCreditCard, to: "/payments" },
  routes: [{ path: "/payments", screen: stubScreen("area.payments") }],
});
