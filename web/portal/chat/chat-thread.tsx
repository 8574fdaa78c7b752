import "./chat.css";
import { Badge, Button, Card, Group } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { ApiError } from "../../api/api-error.ts";
import { api, client } from "../../api/client.ts";
import { startLive } from "../../api/live.ts";
import { live } from "../../api/query-client.ts";
import { useT } from "../../i18n/use-t.ts";
import { Chat } from "../../ui/chat.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { LinkedText } from "../../ui/linked-text.tsx";
import { LinkButton, TextLink } from "../../ui/links.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { IconMessageOff } from "@tabler/icons-react";
import { PortalPage } from "../portal-page.tsx";
import { usePortalMe } from "../session.ts";
import { ChatRating } from "./chat-rating.tsx";
import { keyOf } from "./chat-key.ts";
import { useClientId } from "./use-client-id.ts";

type ReadChat = Awaited<ReturnType<typeof client.conversations.readChat>>;
/** A visitor has no live stream: the chat is read again this often while the page is looked at. */
const readEveryMs = 3_000;

/** One conversation as its customer sees it. The assistant answers at once; a person is one button away. */
export default function ChatThread() {
  const { conversationId = "" } = useParams({ strict: false }) as { conversationId?: string };
  const t = useT("portal-help");
  const me = usePortalMe();
  useEffect(() => {
    if (me) startLive();
  }, [me]);
  const input = { conversationId, ...keyOf(conversationId) };
  const chat = useQuery({
    ...api.conversations.readChat.queryOptions({ input }),
    ...live("message", "conversation"),
    refetchInterval: readEveryMs,
    staleTime: 0,
    retry: (count, error) => count < 2 && !(error instanceof ApiError && error.status === 404),
  });
  if (chat.error instanceof ApiError && chat.error.status === 404)
    return (
      <PortalPage title={t("gone.title")}>
        <EmptyState
          icon={IconMessageOff}
          title={t("gone.short")}
          text={t("gone.text")}
          action={
            <Group gap="xs" justify="center">
              <LinkButton to="/portal/sign-in" search={{ next: `/portal/chat/${conversationId}` }} variant="default">
                {t("gone.signIn")}
              </LinkButton>
              <LinkButton to="/portal/chat">{t("gone.new")}</LinkButton>
            </Group>
          }
        />
      </PortalPage>
    );
  return (
    <PortalPage title={chat.data ? t("thread.title", { number: chat.data.number }) : t("title")}>
      <Loaded query={chat}>{(data) => <Talk chat={data} input={input} />}</Loaded>
    </PortalPage>
  );
}

function Talk({ chat, input }: { chat: ReadChat; input: { conversationId: string; key?: string } }) {
  const t = useT("portal-help");
  const queries = useQueryClient();
  const clientId = useClientId();
  const [busy, setBusy] = useState(false);
  const [asking, setAsking] = useState(false);
  const send = async (text: string): Promise<void> => {
    setBusy(true);
    try {
      await client.conversations.sendChat({ ...input, text, clientId: clientId.of(text) });
      clientId.done();
      await queries.invalidateQueries({ queryKey: api.conversations.readChat.key({ input }) });
    } finally {
      setBusy(false);
    }
  };
  const last = chat.messages.at(-1);
  const waits = last?.mine === true && !chat.withPerson;
  const answered = last?.automatic === true && !chat.withPerson && chat.status === "open" && chat.messages.length > 1;
  const rates = asking || chat.status === "resolved" || chat.rating !== null;
  return (
    <>
      <Group gap="xs" mb="sm">
        <Badge color={chat.status === "resolved" ? "teal" : chat.withPerson ? "indigo" : "violet"}>
          {t(chat.status === "resolved" ? "with.nobody" : chat.withPerson ? "with.person" : "with.assistant")}
        </Badge>
        <TextLink to="/portal/chat" size="sm">
          {t("back")}
        </TextLink>
        {!rates && chat.messages.some((message) => !message.mine) && (
          <Button size="compact-sm" variant="subtle" px={0} onClick={() => setAsking(true)}>
            {t("rate.open")}
          </Button>
        )}
      </Group>
      {rates && <ChatRating input={input} rating={chat.rating} />}
      <Card padding={0} className="tl-help-chat">
        <Chat
          messages={chat.messages.map((message) => ({
            id: message.id,
            text: <LinkedText text={message.body} />,
            at: String(message.sentAt),
            author: message.mine ? t("me") : message.author,
            mine: message.mine,
            ...(message.channel !== "chat" && { channel: t(`common:channel.${message.channel}`) }),
            ...(message.sources.length > 0 && { sources: message.sources.map(plainSource) }),
          }))}
          typing={waits ? t("assistant") : null}
          placeholder={t("write")}
          onSend={send}
          tools={
            <Group gap={6} px={12} pb={8}>
              {answered && (
                <>
                  <QuickReply text={t("quick.yes")} busy={busy} send={send} />
                  <QuickReply text={t("quick.no")} busy={busy} send={send} />
                </>
              )}
              {!chat.withPerson && chat.status === "open" && (
                <QuickReply text={t("quick.person")} busy={busy} send={send} strong />
              )}
            </Group>
          }
        />
      </Card>
    </>
  );
}

const plainSource = ({ label, href }: { label: string; href?: string | undefined }) => ({ label, ...(href && { href }) });

function QuickReply(props: { text: string; busy: boolean; strong?: boolean; send: (text: string) => Promise<void> }) {
  return (
    <Button
      size="xs"
      radius="xl"
      variant={props.strong ? "light" : "default"}
      disabled={props.busy}
      onClick={() => void props.send(props.text).catch(() => undefined)}
    >
      {props.text}
    </Button>
  );
}
