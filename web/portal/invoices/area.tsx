import { IconFileInvoice } from "@tabler/icons-react";
import { definePortalArea } from "../area.ts";

export default definePortalArea({
  id: "invoices",
  nav: { label: "area.invoices", icon: IconFileInvoice, to: "/portal/invoices" },
  routes: [
    { path: "/portal/invoices", screen: () => import("./invoices.tsx") },
    { path: "/portal/invoices/$invoiceId", screen: () => import("./invoice.tsx") },
  ],
});
