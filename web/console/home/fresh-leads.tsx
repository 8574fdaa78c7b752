import { useQuery } from "@tanstack/react-query";
import { api } from "../../api/client.ts";
import { live } from "../../api/query-client.ts";
import { useT } from "../../i18n/use-t.ts";
import { StatusBadge } from "../../ui/status-badge.tsx";
import { WorkPanel } from "./work-panel.tsx";

/** Leads still with marketing, the warmest first: which could go to sales. */
export function FreshLeads() {
  const t = useT("home");
  const query = useQuery({ ...api.leads.list.queryOptions({ input: { open: true, limit: 100 } }), ...live("lead") });
  return (
    <WorkPanel
      title={t("fresh.title")}
      query={query}
      all={{ to: "/leads", search: { open: "yes" } }}
      empty={t("fresh.empty")}
      rows={({ rows }) =>
        rows
          .filter((lead) => ["new", "nurturing", "recycled"].includes(lead.status))
          .toSorted((a, b) => b.score - a.score)
          .map((lead) => ({
            id: lead.id,
            title: lead.name,
            note: lead.company,
            badge: (
              <StatusBadge
                status={lead.status}
                tone="neutral"
                label={t("fresh.score", { score: lead.score, grade: lead.grade })}
              />
            ),
            to: { to: "/leads/$leadId", params: { leadId: lead.id } },
          }))
      }
    />
  );
}
