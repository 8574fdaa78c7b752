import "./conversations.css";
import { Badge, Button, Text } from "@mantine/core";
import { IconCheck, IconMessagePlus, IconMessages, IconUserCheck } from "@tabler/icons-react";
import { useMemo, useState } from "react";
import { useCan } from "../../api/can.ts";
import { client } from "../../api/client.ts";
import { useMe } from "../../api/session.ts";
import { type T, useT } from "../../i18n/use-t.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { FilterChips } from "../../ui/filter-chips.tsx";
import { LinkButton } from "../../ui/links.tsx";
import { Page } from "../../ui/page.tsx";
import { SavedViews } from "../../ui/saved-views.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";
import { Named, RelativeTime } from "../../ui/values.tsx";
import { ConversationClock } from "./conversation-clock.tsx";
import { channelIcon, type ConversationRow, personOf, priorityColor, statusTone } from "./conversation-words.ts";
import { PromisesDialog } from "./promises-dialog.tsx";
import { inboxViews, useInbox } from "./use-inbox.ts";
import { useRefreshed } from "./use-refreshed.ts";

/** The inbox: who wrote, what about, who answers, and how long they have waited. */
export default function ConversationList() {
  const t = useT("conversations");
  const can = useCan();
  const { list, query, chips } = useInbox();
  const me = useMe();
  const refreshed = useRefreshed();
  const [promises, setPromises] = useState(false);
  const columns = useMemo(() => columnsOf(t), [t]);
  /** One after the other; what was done stays done when one is refused, and the list shows it. */
  const each = async (ids: string[], act: (conversationId: string) => Promise<unknown>): Promise<void> => {
    try {
      for (const id of ids) await act(id);
    } finally {
      await refreshed.onSuccess();
    }
  };
  const create = can("answer conversations") && (
    <LinkButton to="/conversations/new" leftSection={<IconMessagePlus size={16} aria-hidden />}>
      {t("new")}
    </LinkButton>
  );
  return (
    <Page
      title={t("common:area.conversations")}
      actions={
        <>
          {can("change conversation promises") && (
            <Button variant="default" onClick={() => setPromises(true)}>
              {t("promises.open")}
            </Button>
          )}
          {create}
        </>
      }
    >
      <SavedViews id="conversations" list={list} builtIn={inboxViews(t)} />
      <DataTable
        id="conversations"
        label={t("common:area.conversations")}
        list={list}
        query={query}
        columns={columns}
        rowId={(one) => one.id}
        rowLabel={(one) => `${one.number} ${personOf(one, t)}`}
        open={(one) => ({ to: "/conversations/$conversationId", params: { conversationId: one.id }, search: list.address })}
        bulk={
          can("answer conversations")
            ? [
                {
                  label: t("bulk.take"),
                  icon: IconUserCheck,
                  run: (ids) =>
                    each(ids, (conversationId) => client.conversations.assign({ conversationId, assigneeId: me?.id ?? "" })),
                },
                {
                  label: t("action.resolve"),
                  icon: IconCheck,
                  run: (ids) => each(ids, (conversationId) => client.conversations.resolve({ conversationId })),
                },
              ]
            : []
        }
        toolbar={<FilterChips list={list} filters={chips} />}
        empty={<EmptyState icon={IconMessages} title={t("empty.title")} text={t("empty.text")} action={create} />}
      />
      {promises && <PromisesDialog onClose={() => setPromises(false)} />}
    </Page>
  );
}

const columnsOf = (t: T): Column<ConversationRow>[] => [
  {
    id: "who",
    header: t("col.who"),
    cell: (one) => (
      <Named
        name={personOf(one, t)}
        {...(one.customerName && one.customerName !== personOf(one, t) && { note: one.customerName })}
      />
    ),
  },
  {
    id: "words",
    header: t("col.words"),
    cell: (one) => (
      <span className="tl-inbox-words" data-unanswered={one.waitingSince ? true : undefined}>
        <span>{one.subject}</span>
        {one.preview !== one.subject && (
          <Text size="xs" c="dimmed" span>
            {one.lastDirection === "outbound" ? `${t("us")} ${one.preview}` : one.preview}
          </Text>
        )}
      </span>
    ),
  },
  {
    id: "status",
    header: t("col.status"),
    cell: (one) => <StatusBadge status={one.status} tone={statusTone[one.status]} label={t(`status.${one.status}`)} />,
  },
  { id: "clock", header: t("col.clock"), cell: (one) => <ConversationClock clock={one.clock} /> },
  {
    id: "channel",
    header: t("col.channel"),
    cell: (one) => <ChannelName channel={one.channel} label={t(`channel.${one.channel}`)} />,
  },
  {
    id: "priority",
    header: t("col.priority"),
    cell: (one) =>
      one.priority === "urgent" || one.priority === "high" ? (
        <Badge color={priorityColor[one.priority]}>{t(`priority.${one.priority}`)}</Badge>
      ) : (
        t(`priority.${one.priority}`)
      ),
  },
  {
    id: "assignee",
    header: t("col.assignee"),
    cell: (one) =>
      one.assigneeName ?? (
        <Text size="sm" c="dimmed" span>
          {one.handledBy === "assistant" ? t("by.assistant") : t("nobody")}
        </Text>
      ),
  },
  { id: "last", header: t("col.last"), cell: (one) => <RelativeTime value={one.lastMessageAt} /> },
  { id: "number", header: t("col.number"), cell: (one) => one.number, hidden: true },
  { id: "kind", header: t("col.kind"), cell: (one) => t(`kind.${one.kind}`), hidden: true },
  { id: "team", header: t("col.team"), cell: (one) => one.teamName ?? "–", hidden: true },
  { id: "rating", header: t("col.rating"), cell: (one) => (one.rating ? `${one.rating} / 5` : "–"), hidden: true },
];

export function ChannelName({ channel, label }: { channel: ConversationRow["channel"]; label: string }) {
  const Icon = channelIcon[channel];
  return (
    <span className="tl-channel">
      <Icon size={15} stroke={1.7} aria-hidden />
      {label}
    </span>
  );
}
