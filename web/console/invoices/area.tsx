import { IconFileInvoice } from "@tabler/icons-react";
import { defineArea } from "../area.ts";
import { stubScreen } from "../stub-screen.tsx";

export default defineArea({
  id: "invoices",
  nav: { group: "back-office", label: "area.invoices", icon: IconFileInvoice, to: "/invoices" },
  routes: [{ path: "/invoices", screen: stubScreen("area.invoices") }],
});
