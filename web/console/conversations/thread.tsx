import "../../ui/forms.css";
import { Badge, Text, Tooltip } from "@mantine/core";
import { IconPaperclip, IconRobot, IconShieldCheck } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { Fragment, useEffect, useRef } from "react";
import { client } from "../../api/client.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { LinkedText } from "../../ui/linked-text.tsx";
import { tellError } from "../../ui/toast.tsx";
import { type AssistantTurn, channelIcon, type ConversationMessage } from "./conversation-words.ts";

/** Every word said, on whatever channel, in the order it was said; notes for colleagues among them, marked as such. */
export function Thread(props: {
  conversationId: string;
  messages: readonly ConversationMessage[];
  turns: ReadonlyMap<string, AssistantTurn>;
}) {
  const t = useT("conversations");
  const format = useFormat();
  const log = useRef<HTMLDivElement>(null);
  const last = props.messages.at(-1)?.id;
  useEffect(() => {
    log.current?.scrollTo({ top: log.current.scrollHeight });
  }, [last]);
  return (
    <div ref={log} className="tl-chat-log tl-thread" role="log" aria-label={t("thread")} tabIndex={0}>
      {props.messages.length === 0 && (
        <Text c="dimmed" ta="center" py="lg">
          {t("thread.empty")}
        </Text>
      )}
      {props.messages.map((message, at) => {
        const day = format.day(message.sentAt);
        const before = props.messages[at - 1];
        return (
          <Fragment key={message.id}>
            {(!before || format.day(before.sentAt) !== day) && <div className="tl-thread-day">{day}</div>}
            <Message conversationId={props.conversationId} message={message} turn={props.turns.get(message.id)} />
          </Fragment>
        );
      })}
    </div>
  );
}

function Message(props: { conversationId: string; message: ConversationMessage; turn: AssistantTurn | undefined }) {
  const { message, turn } = props;
  const t = useT("conversations");
  const format = useFormat();
  const Icon = channelIcon[message.channel];
  const note = message.direction === "note";
  return (
    <article
      className="tl-chat-message"
      data-mine={message.direction !== "inbound" || undefined}
      data-kind={note ? "note" : undefined}
      data-automatic={message.automatic || undefined}
      aria-label={t(note ? "message.note" : "message.by", { name: message.authorName })}
    >
      <div className="tl-chat-bubble">
        <LinkedText text={message.body} />
        {message.sources.length > 0 && (
          <ul className="tl-sources" aria-label={t("sources")}>
            {message.sources.map((source) => (
              <li key={source.label}>
                <SourceLink label={source.label} href={source.href} />
              </li>
            ))}
          </ul>
        )}
      </div>
      {message.attachments.length > 0 && (
        <div className="tl-attachments">
          {message.attachments.map((file) => (
            <button
              key={file.index}
              type="button"
              className="tl-quiet"
              onClick={() => void download(props.conversationId, message.id, file.index)}
            >
              <IconPaperclip size={13} stroke={1.8} aria-hidden /> {file.name} ({format.number(file.sizeBytes / 1024, 0)}{" "}
              {t("kb")})
            </button>
          ))}
        </div>
      )}
      <div className="tl-chat-meta">
        {message.automatic && (
          <Badge size="xs" color="violet" leftSection={<IconRobot size={12} aria-hidden />}>
            {t("message.automatic")}
          </Badge>
        )}
        {note && (
          <Badge size="xs" color="yellow">
            {t("message.forColleagues")}
          </Badge>
        )}
        <span>{message.authorName}</span>
        <time dateTime={String(message.sentAt)} title={format.dateTime(message.sentAt)}>
          {format.time(message.sentAt)}
        </time>
        {!note && (
          <span className="tl-channel">
            <Icon size={12} stroke={1.8} aria-hidden />
            {t(`channel.${message.channel}`)}
          </span>
        )}
        {message.direction === "inbound" && message.verified && (
          <Tooltip label={t("message.verifiedHelp")}>
            <span className="tl-channel">
              <IconShieldCheck size={12} stroke={1.8} aria-hidden /> {t("message.verified")}
            </span>
          </Tooltip>
        )}
        {message.mailedAt && message.channel === "chat" && <span>{t("message.mailed")}</span>}
        {turn && <Understood turn={turn} />}
      </div>
    </article>
  );
}

/** Customers are led to their own pages; colleagues to the record itself. */
const recordOf = (href: string): string => href.replace(/^\/portal\/(invoices|orders)\//, "/$1/");

function SourceLink({ label, href }: { label: string; href: string | undefined }) {
  if (!href || href.startsWith("/portal/usage")) return label;
  const record = recordOf(href);
  return record === href ? (
    <a href={href} target="_blank" rel="noopener noreferrer">
      {label}
    </a>
  ) : (
    <Link to={record}>{label}</Link>
  );
}

/** What the assistant read in a message, how surely, and what it did about it. */
function Understood({ turn }: { turn: AssistantTurn }) {
  const t = useT("conversations");
  const format = useFormat();
  return (
    <span className="tl-understood">
      <IconRobot size={12} stroke={1.8} aria-hidden />
      {t("understood", {
        intent: t(`intent.${turn.intent}`),
        score: format.percent(turn.score),
        outcome: t(`outcome.${turn.outcome}`),
      })}
    </span>
  );
}

async function download(conversationId: string, messageId: string, index: number): Promise<void> {
  try {
    const file = await client.conversations.attachment({ conversationId, messageId, index });
    const link = document.createElement("a");
    link.href = URL.createObjectURL(file);
    link.download = file.name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  } catch (error) {
    tellError(error);
  }
}
