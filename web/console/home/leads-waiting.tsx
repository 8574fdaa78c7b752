import { useQuery } from "@tanstack/react-query";
import { api } from "../../api/client.ts";
import { live } from "../../api/query-client.ts";
import { useT } from "../../i18n/use-t.ts";
import { LeadClock } from "../leads/lead-clock.tsx";
import { WorkPanel } from "./work-panel.tsx";

/** My open leads, those that have waited longest for an answer first. */
export function LeadsWaiting({ ownerId }: { ownerId: string }) {
  const t = useT("home");
  const query = useQuery({
    ...api.leads.list.queryOptions({ input: { ownerId, open: true, limit: 50 } }),
    ...live("lead"),
  });
  return (
    <WorkPanel
      title={t("leads.title")}
      query={query}
      urgent={!!query.data?.rows.some((lead) => lead.late && !lead.respondedAt)}
      all={{ to: "/leads", search: { owner: "me", open: "yes" } }}
      empty={t("leads.empty")}
      rows={({ rows }) =>
        rows
          .toSorted((a, b) => rank(a) - rank(b) || (a.respondBy ?? "9").localeCompare(b.respondBy ?? "9"))
          .map((lead) => ({
            id: lead.id,
            title: lead.name,
            note: lead.company,
            badge: <LeadClock lead={lead} />,
            to: { to: "/leads/$leadId", params: { leadId: lead.id } },
          }))
      }
    />
  );
}

const rank = (lead: { respondedAt: string | null; late: boolean }): number => (lead.respondedAt ? 2 : lead.late ? 0 : 1);
