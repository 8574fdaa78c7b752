import { useQuery } from "@tanstack/react-query";
import { api } from "../../api/client.ts";
import { live } from "../../api/query-client.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { StatusBadge } from "../../ui/status-badge.tsx";
import { eventName } from "../../ui/timeline.tsx";
import { WorkPanel } from "./work-panel.tsx";

/** Corrective actions under way. */
export function ActionsOpen() {
  const t = useT("home");
  const format = useFormat();
  const query = useQuery({
    ...api.actions.list.queryOptions({ input: { status: "open", limit: 50 } }),
    ...live("action"),
  });
  return (
    <WorkPanel
      title={t("actions.title")}
      query={query}
      all={{ to: "/kpis" }}
      empty={t("actions.empty")}
      rows={({ rows }) =>
        rows.map((action) => ({
          id: action.id,
          title: action.name,
          note: [action.customerName, eventName(action.reason, t)].filter(Boolean).join(" · "),
          badge: action.dueAt && <StatusBadge status="waiting" label={t("due", { when: format.relative(action.dueAt) })} />,
          to: action.customerId ? { to: "/customers/$customerId", params: { customerId: action.customerId } } : { to: "/kpis" },
        }))
      }
    />
  );
}
