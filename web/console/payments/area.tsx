import { IconCreditCard } from "@tabler/icons-react";
import { defineArea } from "../area.ts";
import { usePaymentsToMatch } from "./use-payments-to-match.ts";

export default defineArea({
  id: "payments",
  nav: {
    group: "back-office",
    label: "area.payments",
    icon: IconCreditCard,
    to: "/payments",
    useCount: usePaymentsToMatch,
    permission: "read payments",
  },
  routes: [
    { path: "/payments", screen: () => import("./payment-list.tsx") },
    { path: "/payments/statements", screen: () => import("./statement-list.tsx") },
    { path: "/payments/$paymentId", screen: () => import("./payment.tsx") },
  ],
});
