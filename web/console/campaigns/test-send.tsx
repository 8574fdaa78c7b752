import { Button, Group, Text } from "@mantine/core";
import { IconSend } from "@tabler/icons-react";
import { api } from "../../api/client.ts";
import type { Locale } from "../../i18n/locale.ts";
import { useT } from "../../i18n/use-t.ts";
import { useWrite } from "../../ui/use-write.ts";
import { isMailComplete, type MailDraft } from "./draft.ts";

/** Sends the mail as it is now to whoever writes it. */
export function TestSend({ mail, locale, slug }: { mail: MailDraft; locale: Locale; slug: string }) {
  const t = useT("campaigns");
  const send = useWrite(api.campaigns.sendTest.mutationOptions(), { done: ({ to }) => t("test.done", { to }) });
  return (
    <Group gap="sm" mb="md">
      <Button
        variant="default"
        leftSection={<IconSend size={16} aria-hidden />}
        disabled={!isMailComplete(mail)}
        loading={send.isPending}
        onClick={() => send.mutate({ mail, locale, slug: slug || "page" })}
      >
        {t("test.send")}
      </Button>
      <Text size="xs" c="dimmed" flex={1}>
        {t("test.help")}
      </Text>
    </Group>
  );
}
