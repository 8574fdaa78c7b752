import { IconFileInvoice } from "@tabler/icons-react";
import { definePortalArea } from "../area.ts";
import { stubScreen } from "../stub-screen.tsx";

export default definePortalArea({
  id: "invoices",
  nav: { label: "area.invoices", icon: IconFileInvoice, to: "/portal/invoices" },
  routes: [
    { path: "/portal/invoices", screen: stubScreen("area.invoices") },
    { path: "/portal/invoices/$invoiceId", screen: stubScreen("area.invoices") },
  ],
});
