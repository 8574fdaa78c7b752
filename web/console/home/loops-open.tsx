import { useQuery } from "@tanstack/react-query";
import { api } from "../../api/client.ts";
import { live } from "../../api/query-client.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { StatusBadge } from "../../ui/status-badge.tsx";
import { WorkPanel } from "./work-panel.tsx";

/** Customers who said something hard and have not been told yet what we did about it. */
export function LoopsOpen() {
  const t = useT("home");
  const format = useFormat();
  const query = useQuery({
    ...api.feedback.list.queryOptions({ input: { loop: "open", limit: 50 } }),
    ...live("feedback", "loop"),
  });
  return (
    <WorkPanel
      title={t("loops.title")}
      query={query}
      urgent
      all={{ to: "/feedback", search: { loop: "open" } }}
      empty={t("loops.empty")}
      rows={({ rows }) =>
        rows.map((said) => ({
          id: said.id,
          title: said.contactName ?? said.customerName ?? said.language,
          note: said.text,
          badge: said.loopDueAt && <StatusBadge status="waiting" label={t("due", { when: format.relative(said.loopDueAt) })} />,
          to: { to: "/feedback", search: { loop: "open" } },
        }))
      }
    />
  );
}
