import { Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useCan } from "../../api/can.ts";
import { api } from "../../api/client.ts";
import { live } from "../../api/query-client.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { TextLink } from "../../ui/links.tsx";
import { Panel } from "../../ui/record-page.tsx";

/** What an account has written to us about, newest first; `but` leaves out the one being looked at. */
export function CustomerConversations({ customerId, but }: { customerId: string; but?: string }) {
  const t = useT("conversations");
  const format = useFormat();
  const can = useCan();
  const conversations = useQuery({
    ...api.conversations.list.queryOptions({ input: { customerId, limit: 6 } }),
    ...live("conversation", "message"),
    enabled: can("read conversations"),
  });
  const rows = (conversations.data?.rows ?? []).filter((one) => one.id !== but);
  if (rows.length === 0) return null;
  return (
    <Panel title={t(but ? "others" : "common:area.conversations")}>
      <Stack gap={8}>
        {rows.map((one) => (
          <div key={one.id}>
            <TextLink size="sm" to="/conversations/$conversationId" params={{ conversationId: one.id }}>
              {one.subject}
            </TextLink>
            <Text size="xs" c="dimmed">
              {t(`status.${one.status}`)} · {format.relative(one.lastMessageAt)}
            </Text>
          </div>
        ))}
      </Stack>
    </Panel>
  );
}
