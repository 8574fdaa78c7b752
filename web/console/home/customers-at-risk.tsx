import { useQuery } from "@tanstack/react-query";
import { api } from "../../api/client.ts";
import { live } from "../../api/query-client.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { StatusBadge } from "../../ui/status-badge.tsx";
import { WorkPanel } from "./work-panel.tsx";

const worrying = 50;

/** Customers more likely to leave than to stay, the likeliest first, with the main reason. */
export function CustomersAtRisk() {
  const t = useT("home");
  const format = useFormat();
  const query = useQuery({
    ...api.customerValue.list.queryOptions({ input: { minRisk: worrying, limit: 50 } }),
    ...live("churn", "health"),
  });
  return (
    <WorkPanel
      title={t("leaving.title")}
      query={query}
      all={{ to: "/value" }}
      empty={t("leaving.empty")}
      rows={({ rows }) =>
        rows.map((row) => ({
          id: row.customerId,
          title: row.customerName,
          note: [
            t("leaving.monthly", { amount: format.money(row.monthlyMinor, row.currency) }),
            row.churnReasons[0]?.[format.locale],
          ]
            .filter(Boolean)
            .join(" · "),
          badge: row.churnPercent !== null && <StatusBadge status="late" label={format.percent(row.churnPercent / 100)} />,
          to: { to: "/customers/$customerId", params: { customerId: row.customerId } },
        }))
      }
    />
  );
}
