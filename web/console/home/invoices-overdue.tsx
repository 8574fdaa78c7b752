import { useQuery } from "@tanstack/react-query";
import { api } from "../../api/client.ts";
import { live } from "../../api/query-client.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { StatusBadge } from "../../ui/status-badge.tsx";
import { WorkPanel } from "./work-panel.tsx";

/** Invoices past their day, disputed ones apart. */
export function InvoicesOverdue({ status }: { status: "overdue" | "disputed" }) {
  const t = useT("home");
  const format = useFormat();
  const query = useQuery({
    ...api.invoices.list.queryOptions({ input: { status, limit: 50 } }),
    ...live("invoice", "payment"),
  });
  return (
    <WorkPanel
      title={t(`${status}.title`)}
      query={query}
      urgent={status === "disputed"}
      all={{ to: "/invoices", search: { status } }}
      empty={t(`${status}.empty`)}
      rows={({ rows }) =>
        rows.map((invoice) => ({
          id: invoice.id,
          title: `${invoice.number} · ${invoice.customerName}`,
          note: t("overdue.since", { date: format.date(invoice.dueOn) }),
          badge: <StatusBadge status="late" label={format.money(invoice.openMinor, invoice.currency)} />,
          to: { to: "/invoices/$invoiceId", params: { invoiceId: invoice.id } },
        }))
      }
    />
  );
}
