import { Button, Group, Modal, Radio, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { api } from "../../api/client.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { Loaded } from "../../ui/loaded.tsx";
import { useWrite } from "../../ui/use-write.ts";
import type { ConversationDetail } from "./conversation-words.ts";
import { useRefreshed } from "./use-refreshed.ts";

/** Two threads about one matter become one: the words of this one move into the one chosen. */
export function MergeDialog({ conversation, onClose }: { conversation: ConversationDetail; onClose: () => void }) {
  const t = useT("conversations");
  const format = useFormat();
  const navigate = useNavigate();
  const [into, setInto] = useState<string>();
  const { onSuccess } = useRefreshed();
  const others = useQuery(
    api.conversations.list.queryOptions({
      input: conversation.customerId ? { customerId: conversation.customerId, limit: 30 } : { live: true, limit: 30 },
    }),
  );
  const merge = useWrite(
    api.conversations.merge.mutationOptions({
      onSuccess: async ({ id }) => {
        await onSuccess();
        void navigate({ to: "/conversations/$conversationId", params: { conversationId: id } } as never);
      },
    }),
    { done: t("done.merged") },
  );
  return (
    <Modal opened onClose={onClose} title={t("action.merge")} closeButtonProps={{ "aria-label": t("common:action.close") }}>
      <Stack gap="md">
        <Text size="sm">{t("merge.text")}</Text>
        <Loaded query={others}>
          {({ rows }) => {
            const choices = rows.filter((one) => one.id !== conversation.id);
            return choices.length === 0 ? (
              <Text size="sm" c="dimmed">
                {t("merge.none")}
              </Text>
            ) : (
              <Radio.Group value={into ?? ""} onChange={setInto} aria-label={t("action.merge")}>
                <Stack gap="xs" mah={300} className="tl-scroll">
                  {choices.map((one) => (
                    <Radio
                      key={one.id}
                      value={one.id}
                      label={`${one.number} · ${one.subject}`}
                      description={`${t(`status.${one.status}`)}, ${format.relative(one.lastMessageAt)}`}
                    />
                  ))}
                </Stack>
              </Radio.Group>
            );
          }}
        </Loaded>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t("common:action.cancel")}
          </Button>
          <Button
            disabled={!into}
            loading={merge.isPending}
            onClick={() => into && merge.mutate({ conversationId: conversation.id, intoId: into })}
          >
            {t("merge.do")}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
