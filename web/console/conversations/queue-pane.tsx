import { Link } from "@tanstack/react-router";
import { Text } from "@mantine/core";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { FilterChips } from "../../ui/filter-chips.tsx";
import { TextSkeleton } from "../../ui/skeletons.tsx";
import { ConversationClock } from "./conversation-clock.tsx";
import { channelIcon, type ConversationRow, personOf } from "./conversation-words.ts";
import type { useInbox } from "./use-inbox.ts";

/** The queue one came from, beside the conversation: the next one is one click, or one J, away. */
export function QueuePane({ inbox, current }: { inbox: ReturnType<typeof useInbox>; current: string }) {
  const t = useT("conversations");
  const { list, query, chips } = inbox;
  return (
    <nav className="tl-desk-queue" aria-label={t("queue")}>
      <div className="tl-desk-queue-tools">
        <FilterChips list={list} filters={chips} />
      </div>
      {query.isPending && <TextSkeleton lines={8} />}
      <ul>
        {query.data?.rows.map((one) => (
          <li key={one.id}>
            <QueueItem one={one} current={one.id === current} search={list.address} />
          </li>
        ))}
      </ul>
      {query.data?.rows.length === 0 && (
        <Text size="sm" c="dimmed" p="md">
          {t("common:table.empty")}
        </Text>
      )}
    </nav>
  );
}

function QueueItem({ one, current, search }: { one: ConversationRow; current: boolean; search: Record<string, string> }) {
  const t = useT("conversations");
  const format = useFormat();
  const Icon = channelIcon[one.channel];
  return (
    <Link
      to="/conversations/$conversationId"
      params={{ conversationId: one.id } as never}
      search={search as never}
      className="tl-queue-item"
      aria-current={current ? "page" : undefined}
      data-unanswered={one.waitingSince ? true : undefined}
    >
      <span className="tl-queue-line">
        <strong>{personOf(one, t)}</strong>
        <time dateTime={String(one.lastMessageAt)}>{format.relative(one.lastMessageAt)}</time>
      </span>
      <span className="tl-queue-subject">
        <Icon size={14} stroke={1.7} aria-hidden />
        <span>{one.subject}</span>
      </span>
      <span className="tl-queue-line">
        <span className="tl-queue-preview">
          {one.lastDirection === "outbound" && `${t("us")} `}
          {one.preview}
        </span>
        <ConversationClock clock={one.clock} short />
      </span>
    </Link>
  );
}
