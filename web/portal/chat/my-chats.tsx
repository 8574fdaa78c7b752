import { Card, Group, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { api } from "../../api/client.ts";
import { live } from "../../api/query-client.ts";
import { useT } from "../../i18n/use-t.ts";
import { TextLink } from "../../ui/links.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";
import { RelativeTime } from "../../ui/values.tsx";

/** My conversations on every channel, newest first. */
export function MyChats() {
  const t = useT("portal-help");
  const chats = useQuery({ ...api.conversations.myChats.queryOptions(), ...live("conversation", "message") });
  return (
    <Loaded query={chats}>
      {({ rows }) =>
        rows.length > 0 && (
          <section>
            <Title order={2} size="h3" mb="xs">
              {t("mine.title")}
            </Title>
            <Stack gap="sm">
              {rows.map((chat) => (
                <Card key={chat.id} padding="md">
                  <Group justify="space-between" gap="xs" wrap="nowrap" align="flex-start">
                    <TextLink to="/portal/chat/$conversationId" params={{ conversationId: chat.id }} fw={600}>
                      {chat.subject}
                    </TextLink>
                    <span className="tl-keep-width">
                      <StatusBadge status={chat.status} label={t(`status.${chat.status}`)} />
                    </span>
                  </Group>
                  <Text size="sm" c="dimmed" mt={4}>
                    {chat.number} · <RelativeTime value={chat.lastMessageAt} />
                  </Text>
                </Card>
              ))}
            </Stack>
          </section>
        )
      }
    </Loaded>
  );
}
