import { useQuery } from "@tanstack/react-query";
import { api } from "../../api/client.ts";
import { live } from "../../api/query-client.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { StatusBadge } from "../../ui/status-badge.tsx";
import { WorkPanel } from "./work-panel.tsx";

/** My open deals, newest first. */
export function MyDeals({ ownerId }: { ownerId: string }) {
  const t = useT("home");
  const format = useFormat();
  const query = useQuery({
    ...api.opportunities.list.queryOptions({ input: { ownerId, kind: "open", limit: 50 } }),
    ...live("opportunity", "lead"),
  });
  return (
    <WorkPanel
      title={t("deals.title")}
      query={query}
      all={{ to: "/opportunities", search: { owner: "me", kind: "open" } }}
      empty={t("deals.empty")}
      rows={({ rows }) =>
        rows.map((deal) => ({
          id: deal.id,
          title: deal.name,
          note: [deal.customerName, deal.valueMinor && format.money(deal.valueMinor, deal.currency)].filter(Boolean).join(" · "),
          badge: <StatusBadge status={deal.stage} tone="info" label={deal.stageName[format.locale]} />,
          to: { to: "/opportunities/$opportunityId", params: { opportunityId: deal.id } },
        }))
      }
    />
  );
}
