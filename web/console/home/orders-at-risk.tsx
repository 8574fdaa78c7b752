import { useQuery } from "@tanstack/react-query";
import { api } from "../../api/client.ts";
import { live } from "../../api/query-client.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { StatusBadge } from "../../ui/status-badge.tsx";
import { WorkPanel } from "./work-panel.tsx";

/** Orders whose promised day is threatened. */
export function OrdersAtRisk() {
  const t = useT("home");
  const format = useFormat();
  const query = useQuery({ ...api.orders.list.queryOptions({ input: { atRisk: true, limit: 50 } }), ...live("order", "task") });
  return (
    <WorkPanel
      title={t("risk.title")}
      query={query}
      urgent
      all={{ to: "/orders", search: { risk: "yes" } }}
      empty={t("risk.empty")}
      rows={({ rows }) =>
        rows.map((order) => ({
          id: order.id,
          title: `${order.number} · ${order.customerName}`,
          note: order.expectedOn && t("risk.expected", { date: format.date(order.expectedOn) }),
          badge: order.promisedOn && (
            <StatusBadge status="late" label={t("risk.promised", { date: format.date(order.promisedOn) })} />
          ),
          to: { to: "/orders/$orderId", params: { orderId: order.id } },
        }))
      }
    />
  );
}
