import { useQuery } from "@tanstack/react-query";
import { api } from "../../api/client.ts";
import { live } from "../../api/query-client.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { StatusBadge } from "../../ui/status-badge.tsx";
import { WorkPanel } from "./work-panel.tsx";

/** Approvals that wait for me, the most urgent first. */
export function ApprovalsWaiting() {
  const t = useT("home");
  const format = useFormat();
  const query = useQuery({
    ...api.approvals.list.queryOptions({ input: { mine: true, status: "pending", limit: 50 } }),
    ...live("approval", "quote"),
  });
  return (
    <WorkPanel
      title={t("approvals.title")}
      query={query}
      all={{ to: "/approvals" }}
      empty={t("approvals.empty")}
      rows={({ rows }) =>
        rows.map((approval) => ({
          id: approval.id,
          title: `${approval.quoteNumber} · ${approval.customerName}`,
          note: t("approvals.by", {
            name: approval.requestedByName,
            amount: format.money(approval.totalMinor, approval.currency),
          }),
          badge: <StatusBadge status="pending" label={t("due", { when: format.relative(approval.dueAt) })} />,
          to: { to: "/quotes/$quoteId", params: { quoteId: approval.quoteId } },
        }))
      }
    />
  );
}
