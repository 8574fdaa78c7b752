import { Button, CloseButton, Group, SegmentedControl, Select, Textarea } from "@mantine/core";
import { useLocalStorage } from "@mantine/hooks";
import { type KeyboardEvent, type RefObject, useState } from "react";
import { api } from "../../api/client.ts";
import { useT } from "../../i18n/use-t.ts";
import { useWrite } from "../../ui/use-write.ts";
import { CannedPicker } from "./canned-picker.tsx";
import { ArticlePicker } from "./article-picker.tsx";
import type { ConversationDetail } from "./conversation-words.ts";
import { SuggestedReply } from "./suggested-reply.tsx";
import { useRefreshed } from "./use-refreshed.ts";

export const modes = ["reply", "note", "call"] as const;
export type Mode = (typeof modes)[number];

/**
 * Where one answers, notes for colleagues, or writes down a call. What is typed stays on this device, by conversation,
 * until it is really sent.
 */
export function Composer(props: {
  conversation: ConversationDetail;
  mode: Mode;
  onMode: (mode: Mode) => void;
  inputRef: RefObject<HTMLTextAreaElement | null>;
}) {
  const { conversation, mode, inputRef } = props;
  const t = useT("conversations");
  const conversationId = conversation.id;
  const [text, setText] = useLocalStorage({
    key: `throughline.draft.${conversationId}.${mode}`,
    defaultValue: "",
    getInitialValueInEffect: false,
  });
  const [channel, setChannel] = useState<"chat" | "email" | null>(null);
  const [articles, setArticles] = useState<{ slug: string; title: string }[]>([]);
  const [cannedId, setCannedId] = useState<string>();
  const refreshed = useRefreshed();
  const sent = {
    onSuccess: async (): Promise<void> => {
      setText("");
      setArticles([]);
      setCannedId(undefined);
      await refreshed.onSuccess();
    },
  };
  const reply = useWrite(api.conversations.reply.mutationOptions(sent));
  const note = useWrite(api.conversations.note.mutationOptions(sent));
  const call = useWrite(api.conversations.logCall.mutationOptions(sent));
  const busy = reply.isPending || note.isPending || call.isPending;
  const usual = conversation.channel === "chat" ? "chat" : "email";
  const ways = conversation.messages.some((message) => message.channel === "chat")
    ? conversation.contactEmail
      ? (["chat", "email"] as const)
      : (["chat"] as const)
    : (["email"] as const);
  const send = (): void => {
    const body = text.trim();
    if (!body || busy) return;
    if (mode === "note") note.mutate({ conversationId, body });
    else if (mode === "call") call.mutate({ conversationId, body });
    else
      reply.mutate({
        conversationId,
        body,
        ...(channel && { channel }),
        ...(articles.length > 0 && { articleSlugs: articles.map(({ slug }) => slug) }),
        ...(cannedId && { cannedId }),
      });
  };
  const add = (more: string): void => {
    setText(text.trim() ? `${text.trimEnd()}\n\n${more}` : more);
    props.onMode("reply");
    requestAnimationFrame(() => inputRef.current?.focus());
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      send();
    } else if (event.key === "Escape") inputRef.current?.blur();
  };
  return (
    <form
      className="tl-composer"
      data-mode={mode}
      aria-label={t("composer")}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {mode === "reply" && (
        <SuggestedReply
          conversation={conversation}
          onUse={(suggestion) => {
            add(suggestion.text);
            if (suggestion.article) setArticles([suggestion.article]);
          }}
        />
      )}
      <Group justify="space-between" gap="xs">
        <SegmentedControl
          size="xs"
          aria-label={t("composer.mode")}
          data={modes.map((value) => ({ value, label: t(`mode.${value}`) }))}
          value={mode}
          onChange={(value) => props.onMode(value as Mode)}
        />
        {mode === "reply" && (
          <Group gap="xs">
            <CannedPicker
              conversation={conversation}
              onPick={(answer) => {
                add(answer.text);
                setCannedId(answer.id);
              }}
            />
            <ArticlePicker
              locale={conversation.locale}
              onPick={(article, words) => {
                setArticles((before) => [...before.filter(({ slug }) => slug !== article.slug), article]);
                add(words);
              }}
            />
          </Group>
        )}
      </Group>
      <Textarea
        ref={inputRef}
        autosize
        minRows={3}
        maxRows={12}
        maxLength={20_000}
        aria-label={t(`mode.${mode}`)}
        placeholder={t(`placeholder.${mode}`)}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <Group justify="space-between" gap="xs">
        <Group gap={6}>
          {mode === "reply" &&
            articles.map((article) => (
              <span key={article.slug} className="tl-chip" data-on>
                <span className="tl-chip-text">{article.title}</span>
                <CloseButton
                  size="sm"
                  aria-label={t("article.remove", { title: article.title })}
                  onClick={() => setArticles((before) => before.filter(({ slug }) => slug !== article.slug))}
                />
              </span>
            ))}
        </Group>
        <Group gap="xs">
          {mode === "reply" && ways.length > 1 && (
            <Select
              size="sm"
              w={130}
              aria-label={t("composer.channel")}
              allowDeselect={false}
              data={ways.map((value) => ({ value, label: t(`channel.${value}`) }))}
              value={channel ?? usual}
              onChange={(value) => setChannel(value as "chat" | "email")}
            />
          )}
          <Button type="submit" loading={busy} disabled={!text.trim()} title={t("composer.shortcut")}>
            {t(`send.${mode === "reply" ? (channel ?? usual) : mode}`)}
          </Button>
        </Group>
      </Group>
    </form>
  );
}
