import "./forms.css";
import { ActionIcon, Text, Textarea } from "@mantine/core";
import { IconSend } from "@tabler/icons-react";
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { useFormat } from "../i18n/use-format.ts";
import { useT } from "../i18n/use-t.ts";

export interface ChatMessage {
  id: string;
  text: ReactNode;
  at: string;
  author: string;
  /** Written by the person who looks at the screen. */
  mine?: boolean;
  /** A note is for the team only. */
  kind?: "message" | "note";
  channel?: string;
  /** Where the assistant read its answer: shown under it. */
  sources?: { label: string; href?: string }[];
}

/** A conversation and the place to answer. What was typed is kept until it is really sent. */
export function Chat(props: {
  messages: readonly ChatMessage[];
  onSend: (text: string) => Promise<unknown>;
  typing?: string | null;
  /** Suggestions, channel switch: above the input. */
  tools?: ReactNode;
  placeholder?: string;
  closed?: ReactNode;
}) {
  const t = useT();
  const format = useFormat();
  const [text, setText] = useState("");
  const [state, setState] = useState<"ready" | "sending" | "failed">("ready");
  const log = useRef<HTMLDivElement>(null);
  useEffect(() => {
    log.current?.scrollTo({ top: log.current.scrollHeight });
  }, [props.messages.length]);
  const send = async (event?: FormEvent): Promise<void> => {
    event?.preventDefault();
    if (!text.trim() || state === "sending") return;
    setState("sending");
    try {
      await props.onSend(text.trim());
      setText("");
      setState("ready");
    } catch {
      setState("failed");
    }
  };
  return (
    <div className="tl-chat">
      <div ref={log} className="tl-chat-log" role="log" aria-label={t("chat.messages")} tabIndex={0}>
        {props.messages.length === 0 && (
          <Text c="dimmed" ta="center" py="lg">
            {t("chat.empty")}
          </Text>
        )}
        {props.messages.map((message) => (
          <div key={message.id} className="tl-chat-message" data-mine={message.mine || undefined} data-kind={message.kind}>
            <div className="tl-chat-bubble">{message.text}</div>
            <div className="tl-chat-meta">
              <span>{message.author}</span>
              <time dateTime={message.at} title={format.dateTime(message.at)}>
                {format.time(message.at)}
              </time>
              {message.channel && <span>{message.channel}</span>}
              {message.sources?.map((source) => (
                <span key={source.label}>
                  {source.href ? (
                    <a href={source.href}>{t("chat.source", { name: source.label })}</a>
                  ) : (
                    t("chat.source", { name: source.label })
                  )}
                </span>
              ))}
            </div>
          </div>
        ))}
        {props.typing && (
          <Text size="xs" c="dimmed" role="status">
            {t("chat.typing", { name: props.typing })}
          </Text>
        )}
      </div>
      {props.tools}
      {props.closed ?? (
        <form className="tl-chat-form" onSubmit={(event) => void send(event)}>
          <Textarea
            autosize
            minRows={1}
            maxRows={6}
            aria-label={t("chat.write")}
            placeholder={props.placeholder ?? t("chat.write")}
            value={text}
            error={state === "failed" ? t("chat.failed") : undefined}
            onChange={(event) => setText(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === "Enter" && !event.shiftKey && !event.nativeEvent.isComposing) void send(event);
            }}
          />
          <ActionIcon
            type="submit"
            variant="filled"
            size={36}
            loading={state === "sending"}
            disabled={!text.trim()}
            aria-label={t("chat.send")}
          >
            <IconSend size={17} stroke={1.8} aria-hidden />
          </ActionIcon>
        </form>
      )}
    </div>
  );
}
