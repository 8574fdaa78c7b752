import { ActionIcon, Button, Menu } from "@mantine/core";
import { IconArrowMerge, IconDots, IconKeyboard, IconUserShare } from "@tabler/icons-react";
import { useState } from "react";
import { api } from "../../api/client.ts";
import { useT } from "../../i18n/use-t.ts";
import { useWrite } from "../../ui/use-write.ts";
import type { ConversationDetail } from "./conversation-words.ts";
import { HandOverDialog } from "./hand-over-dialog.tsx";
import { MergeDialog } from "./merge-dialog.tsx";
import { ShortcutsDialog } from "./shortcuts-dialog.tsx";
import { SnoozeMenu } from "./snooze-menu.tsx";
import { useRefreshed } from "./use-refreshed.ts";

/** What one may do with a conversation in its present state; the API says which moves are allowed. */
export function ConversationActions({ conversation }: { conversation: ConversationDetail }) {
  const t = useT("conversations");
  const [dialog, setDialog] = useState<"hand-over" | "merge" | "shortcuts">();
  const refreshed = useRefreshed();
  const resolve = useWrite(api.conversations.resolve.mutationOptions(refreshed), { done: t("done.resolved") });
  const reopen = useWrite(api.conversations.reopen.mutationOptions(refreshed), { done: t("done.reopened") });
  const conversationId = conversation.id;
  const allowed = (status: (typeof conversation.allowed)[number]): boolean => conversation.allowed.includes(status);
  const close = (): void => setDialog(undefined);
  return (
    <>
      {(allowed("snoozed") || conversation.status === "snoozed") && <SnoozeMenu conversationId={conversationId} />}
      {conversation.status === "resolved" && (
        <Button variant="default" loading={reopen.isPending} onClick={() => reopen.mutate({ conversationId })}>
          {t("action.reopen")}
        </Button>
      )}
      {allowed("resolved") && (
        <Button loading={resolve.isPending} title="E" onClick={() => resolve.mutate({ conversationId })}>
          {t("action.resolve")}
        </Button>
      )}
      <Menu shadow="md" position="bottom-end" withinPortal={false}>
        <Menu.Target>
          <ActionIcon aria-label={t("common:action.more")}>
            <IconDots size={18} stroke={1.8} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {conversation.status !== "resolved" && (
            <Menu.Item leftSection={<IconUserShare size={16} aria-hidden />} onClick={() => setDialog("hand-over")}>
              {t("action.handOver")}
            </Menu.Item>
          )}
          {allowed("merged") && (
            <Menu.Item leftSection={<IconArrowMerge size={16} aria-hidden />} onClick={() => setDialog("merge")}>
              {t("action.merge")}
            </Menu.Item>
          )}
          <Menu.Item leftSection={<IconKeyboard size={16} aria-hidden />} onClick={() => setDialog("shortcuts")}>
            {t("action.shortcuts")}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {dialog === "hand-over" && <HandOverDialog conversationId={conversationId} onClose={close} />}
      {dialog === "merge" && <MergeDialog conversation={conversation} onClose={close} />}
      {dialog === "shortcuts" && <ShortcutsDialog onClose={close} />}
    </>
  );
}
