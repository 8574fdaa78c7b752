import { useQuery } from "@tanstack/react-query";
import { api } from "../../api/client.ts";
import { live } from "../../api/query-client.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { StatusBadge } from "../../ui/status-badge.tsx";
import { WorkPanel } from "./work-panel.tsx";

/** Conversations of mine in which a customer waits for a word. */
export function ConversationsOpen() {
  const t = useT("home");
  const format = useFormat();
  const query = useQuery({
    ...api.conversations.list.queryOptions({ input: { assignee: "me", live: true, limit: 50 } }),
    ...live("conversation", "message", "clock"),
  });
  return (
    <WorkPanel
      title={t("conversations.title")}
      query={query}
      all={{ to: "/conversations" }}
      empty={t("conversations.empty")}
      rows={({ rows }) =>
        rows
          .filter((one) => one.waitingSince)
          .map((one) => ({
            id: one.id,
            title: `${one.number} · ${one.contactName ?? one.customerName ?? ""}`,
            note: one.preview || one.subject,
            badge: one.waitingSince && (
              <StatusBadge status="waiting" label={t("conversations.since", { when: format.relative(one.waitingSince) })} />
            ),
            to: { to: "/conversations/$conversationId", params: { conversationId: one.id } },
          }))
      }
    />
  );
}
