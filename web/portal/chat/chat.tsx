import "./chat.css";
import { Card, Stack, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { startLive } from "../../api/live.ts";
import { useT } from "../../i18n/use-t.ts";
import { TextLink } from "../../ui/links.tsx";
import { TextSkeleton } from "../../ui/skeletons.tsx";
import { PortalPage } from "../portal-page.tsx";
import { portalMeQuery } from "../session.ts";
import { ChatStart } from "./chat-start.tsx";
import { storedChat } from "./chat-key.ts";
import { HelpSearch } from "./help-search.tsx";
import { MyChats } from "./my-chats.tsx";

/** Help: ask the assistant or a person, go on with a conversation, or find the answer oneself. */
export default function Chat() {
  const t = useT("portal-help");
  const me = useQuery(portalMeQuery);
  useEffect(() => {
    if (me.data) startLive();
  }, [me.data]);
  const begun = storedChat();
  return (
    <PortalPage title={t("title")} intro={t("intro")}>
      <Stack gap="lg">
        <Card padding="lg" component="section" aria-label={t("start.title")}>
          <Title order={2} size="h3" mb="xs">
            {t("start.title")}
          </Title>
          {me.isPending ? <TextSkeleton lines={3} /> : <ChatStart signedIn={!!me.data} />}
          {!me.data && begun && (
            <TextLink to="/portal/chat/$conversationId" params={{ conversationId: begun.conversationId }} mt="sm">
              {t("start.goOn")}
            </TextLink>
          )}
        </Card>
        {me.data && <MyChats />}
        <section>
          <Title order={2} size="h3" mb="xs">
            {t("find.title")}
          </Title>
          <HelpSearch limit={5} />
        </section>
      </Stack>
    </PortalPage>
  );
}
