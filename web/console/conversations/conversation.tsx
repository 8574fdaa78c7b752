import "./conversations.css";
import { Alert, Badge, Button, Group } from "@mantine/core";
import { useHotkeys, useLocalStorage } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useParams } from "@tanstack/react-router";
import { useRef } from "react";
import { IconRobot, IconUser } from "@tabler/icons-react";
import { useCan } from "../../api/can.ts";
import { api } from "../../api/client.ts";
import { live } from "../../api/query-client.ts";
import { useMe } from "../../api/session.ts";
import { useT } from "../../i18n/use-t.ts";
import { TextLink } from "../../ui/links.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { Page } from "../../ui/page.tsx";
import { CardSkeletons } from "../../ui/skeletons.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";
import { useWrite } from "../../ui/use-write.ts";
import { Composer, type Mode } from "./composer.tsx";
import { ConversationActions } from "./conversation-actions.tsx";
import { ConversationClock } from "./conversation-clock.tsx";
import { ConversationSide } from "./conversation-side.tsx";
import { type ConversationDetail, personOf, priorityColor, statusTone } from "./conversation-words.ts";
import { QueuePane } from "./queue-pane.tsx";
import { Thread } from "./thread.tsx";
import { useInbox } from "./use-inbox.ts";
import { useRefreshed } from "./use-refreshed.ts";

const live3 = live("conversation", "message", "clock");

/** The desk: the queue, the conversation and who it is with, side by side. */
export default function Conversation() {
  const { conversationId = "" } = useParams({ strict: false });
  const inbox = useInbox();
  const query = useQuery({
    ...api.conversations.show.queryOptions({ input: { conversationId } }),
    ...live3,
    refetchInterval: 30_000, // notes of colleagues are no events
  });
  return (
    <Loaded query={query} skeleton={<CardSkeletons cards={3} />}>
      {(conversation) => <Desk key={conversation.id} conversation={conversation} inbox={inbox} />}
    </Loaded>
  );
}

function Desk({ conversation, inbox }: { conversation: ConversationDetail; inbox: ReturnType<typeof useInbox> }) {
  const t = useT("conversations");
  const can = useCan();
  const me = useMe();
  const navigate = useNavigate();
  const [mode, setMode] = useLocalStorage<Mode>({ key: "throughline.composer", defaultValue: "reply" });
  const input = useRef<HTMLTextAreaElement>(null);
  const refreshed = useRefreshed();
  const assign = useWrite(api.conversations.assign.mutationOptions(refreshed), { done: t("done.assigned") });
  const resolve = useWrite(api.conversations.resolve.mutationOptions(refreshed), { done: t("done.resolved") });
  const turns = useQuery({
    ...api.assistant.turns.queryOptions({ input: { conversationId: conversation.id, limit: 200 } }),
    ...live("message"),
    enabled: can("read how the assistant does"),
  });
  const conversationId = conversation.id;
  const answers = can("answer conversations") && conversation.status !== "merged";
  const write = (next: Mode) => (): void => {
    setMode(next);
    input.current?.focus();
  };
  const step = (by: number) => (): void => {
    const rows = inbox.query.data?.rows ?? [];
    const next = rows[rows.findIndex((one) => one.id === conversationId) + by];
    if (next)
      void navigate({
        to: "/conversations/$conversationId",
        params: { conversationId: next.id },
        search: inbox.list.address,
      } as never);
  };
  useHotkeys([
    ["j", step(1)],
    ["k", step(-1)],
    ...(answers
      ? ([
          ["r", write("reply")],
          ["n", write("note")],
          ["e", () => conversation.allowed.includes("resolved") && resolve.mutate({ conversationId })],
          ["a", () => me && assign.mutate({ conversationId, assigneeId: me.id })],
        ] as [string, () => void][])
      : []),
  ]);
  const person = personOf(conversation, t);
  return (
    <Page
      title={conversation.subject}
      crumbs={[{ label: t("common:area.conversations"), to: "/conversations" }, { label: `${conversation.number} · ${person}` }]}
      badges={
        <Group gap={6}>
          <StatusBadge
            status={conversation.status}
            tone={statusTone[conversation.status]}
            label={t(`status.${conversation.status}`)}
          />
          {(conversation.priority === "urgent" || conversation.priority === "high") && (
            <Badge color={priorityColor[conversation.priority]}>{t(`priority.${conversation.priority}`)}</Badge>
          )}
          <ConversationClock clock={conversation.clock} />
        </Group>
      }
      actions={answers && <ConversationActions conversation={conversation} />}
    >
      <div className="tl-desk">
        <QueuePane inbox={inbox} current={conversationId} />
        <section className="tl-desk-thread" aria-label={t("thread.with", { name: person })}>
          <Banner
            conversation={conversation}
            reason={turns.data?.rows.find((turn) => turn.outcome === "handed_over")?.reason ?? undefined}
            onTake={() => me && assign.mutate({ conversationId, assigneeId: me.id })}
          />
          <Thread
            conversationId={conversationId}
            messages={conversation.messages}
            turns={new Map(turns.data?.rows.map((turn) => [turn.messageId, turn]))}
          />
          {answers && <Composer conversation={conversation} mode={mode} onMode={setMode} inputRef={input} />}
        </section>
        <ConversationSide conversation={conversation} />
      </div>
    </Page>
  );
}

/** Who has the word: the assistant still, or a person since it was handed over, and why. */
function Banner(props: { conversation: ConversationDetail; reason: string | undefined; onTake: () => void }) {
  const { conversation } = props;
  const t = useT("conversations");
  const can = useCan();
  if (conversation.mergedIntoId)
    return (
      <Alert color="gray" radius={0}>
        {t("banner.merged")}{" "}
        <TextLink to="/conversations/$conversationId" params={{ conversationId: conversation.mergedIntoId }}>
          {t("banner.mergedInto")}
        </TextLink>
      </Alert>
    );
  if (conversation.status === "resolved") return null;
  if (conversation.handledBy === "assistant")
    return (
      <Alert color="violet" radius={0} icon={<IconRobot size={18} aria-hidden />}>
        <Group justify="space-between" gap="xs">
          {t("banner.assistant")}
          {can("answer conversations") && (
            <Button size="compact-sm" variant="light" color="violet" onClick={props.onTake}>
              {t("banner.take")}
            </Button>
          )}
        </Group>
      </Alert>
    );
  const handed = conversation.messages.findLast((message) => message.direction === "note" && message.authorKind === "system");
  if (conversation.counts.handedOver === 0 || conversation.counts.replies > 0 || !handed) return null;
  return (
    <Alert color="yellow" radius={0} icon={<IconUser size={18} aria-hidden />}>
      {t("banner.handedOver", { reason: props.reason ?? handed.body })}
    </Alert>
  );
}
