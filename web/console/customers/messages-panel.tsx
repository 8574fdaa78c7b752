import { Stack, Text, UnstyledButton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../api/client.ts";
import { liveAbout } from "../../api/query-client.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { Loaded } from "../../ui/loaded.tsx";
import { Panel } from "../../ui/record-page.tsx";
import { MessageDrawer } from "../status/message-drawer.tsx";

/** The newest messages sent to a person, and why others did not leave. */
export function MessagesPanel({ contactId }: { contactId: string }) {
  const t = useT("customers");
  const format = useFormat();
  const [opened, setOpened] = useState<string>();
  const query = useQuery({
    ...api.messaging.decisions.queryOptions({ input: { contactId, limit: 8 } }),
    ...liveAbout(contactId, "message"),
  });
  const sent = useQuery({
    ...api.messaging.list.queryOptions({ input: { contactId, limit: 8 } }),
    ...liveAbout(contactId, "message"),
  });
  return (
    <Panel title={t("messages.title")}>
      <Loaded query={sent}>
        {({ rows }) => (
          <Stack gap={6}>
            {rows.length === 0 && (
              <Text size="sm" c="dimmed">
                {t("messages.none")}
              </Text>
            )}
            {rows.map((row) => (
              <UnstyledButton key={row.id} onClick={() => setOpened(row.id)}>
                <Text size="sm">{row.subject}</Text>
                <Text size="xs" c="dimmed">
                  {format.dateTime(row.createdAt)} ·{" "}
                  {t(`messages.status.${row.clickedAt ? "clicked" : row.openedAt ? "opened" : row.status}`)}
                </Text>
              </UnstyledButton>
            ))}
          </Stack>
        )}
      </Loaded>
      {query.data?.rows
        .filter((row) => row.outcome !== "send")
        .slice(0, 3)
        .map((row) => (
          <Text key={row.id} size="xs" c="dimmed" mt={6}>
            {format.dateTime(row.decidedAt)} · {t(`messages.reason.${row.reason}`)}
          </Text>
        ))}
      <MessageDrawer messageId={opened} onClose={() => setOpened(undefined)} />
    </Panel>
  );
}
