import { IconFileInvoice, IconPlayerPlay } from "@tabler/icons-react";
import { client } from "../../api/client.ts";
import { defineArea } from "../area.ts";

export default defineArea({
  id: "invoices",
  nav: { group: "back-office", label: "area.invoices", icon: IconFileInvoice, to: "/invoices", permission: "read invoices" },
  routes: [
    { path: "/invoices", screen: () => import("./invoice-list.tsx") },
    { path: "/invoices/runs", screen: () => import("./billing-runs.tsx") },
    { path: "/invoices/$invoiceId", screen: () => import("./invoice.tsx") },
  ],
  commands: [
    {
      label: "invoices:command.run",
      icon: IconPlayerPlay,
      to: "/invoices/runs",
      keywords: "billing run facturation lancer",
      permission: "run billing",
    },
  ],
  find: async (text, signal) =>
    (await client.invoices.list({ search: text, limit: 5 }, { signal })).rows.map((invoice) => ({
      id: invoice.id,
      title: invoice.number,
      note: invoice.customerName,
      to: "/invoices/$invoiceId",
      params: { invoiceId: invoice.id },
    })),
});
