import { Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { api } from "../../api/client.ts";
import { useT } from "../../i18n/use-t.ts";
import { Loaded } from "../../ui/loaded.tsx";
import { PeekDrawer } from "../../ui/peek-drawer.tsx";
import { Facts } from "../../ui/record-page.tsx";
import { DateTime } from "../../ui/values.tsx";
import { MailFrame } from "./mail-frame.tsx";

/** One message as it looked, and the decision that allowed it to leave. */
export function MessageDrawer({ messageId, onClose }: { messageId: string | undefined; onClose: () => void }) {
  const t = useT("status");
  const query = useQuery({ ...api.messaging.show.queryOptions({ input: { messageId: messageId ?? "" } }), enabled: !!messageId });
  return (
    <PeekDrawer title={query.data?.message.subject ?? t("message.title")} opened={!!messageId} onClose={onClose}>
      <Loaded query={query}>
        {({ message, html, decision }) => (
          <Stack gap="md">
            <Facts
              facts={[
                { label: t("message.to"), value: message.to },
                { label: t("message.sent"), value: <DateTime value={message.sentAt ?? message.createdAt} time /> },
                { label: t("message.opened"), value: message.openedAt && <DateTime value={message.openedAt} time /> },
                { label: t("message.clicked"), value: message.clickedAt && <DateTime value={message.clickedAt} time /> },
                ...(message.error ? [{ label: t("message.error"), value: message.error }] : []),
                ...(decision
                  ? [
                      { label: t("message.basis"), value: t(`basis.${decision.basis}`) },
                      { label: t("message.purpose"), value: decision.purpose },
                    ]
                  : []),
              ]}
            />
            {html ? <MailFrame html={html} /> : <Text c="dimmed">{t("message.secret")}</Text>}
          </Stack>
        )}
      </Loaded>
    </PeekDrawer>
  );
}
