import { Button, Popover, Stack, Text, TextInput, UnstyledButton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { IconTemplate } from "@tabler/icons-react";
import { useState } from "react";
import { api } from "../../api/client.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import type { ConversationDetail } from "./conversation-words.ts";

/** Answers written once, in the customer's language, with their first name put in. */
export function CannedPicker(props: {
  conversation: ConversationDetail;
  onPick: (answer: { id: string; text: string }) => void;
}) {
  const t = useT("conversations");
  const { locale } = useFormat();
  const [opened, setOpened] = useState(false);
  const [typed, setTyped] = useState("");
  const answers = useQuery({ ...api.conversations.canned.queryOptions(), enabled: opened, staleTime: 60_000 });
  const wanted = typed.toLowerCase();
  const rows = (answers.data?.rows ?? []).filter((one) =>
    [one.shortcut, one.title[locale], one.body[props.conversation.locale]].some((text) => text.toLowerCase().includes(wanted)),
  );
  const first = props.conversation.contactName?.split(/\s+/)[0];
  return (
    <Popover opened={opened} onChange={setOpened} position="top-end" shadow="md" width={340} trapFocus>
      <Popover.Target>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconTemplate size={14} stroke={1.8} aria-hidden />}
          onClick={() => setOpened(!opened)}
        >
          {t("canned.insert")}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t("canned.insert")}>
        <TextInput
          size="sm"
          type="search"
          data-autofocus
          aria-label={t("common:action.search")}
          placeholder={t("common:action.search")}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Stack gap={2} mt="xs" mah={280} className="tl-scroll">
          {rows.map((one) => (
            <UnstyledButton
              key={one.id}
              className="tl-pick"
              onClick={() => {
                props.onPick({ id: one.id, text: filled(one.body[props.conversation.locale], first) });
                setOpened(false);
              }}
            >
              <Text size="sm" fw={550}>
                {one.title[locale]}{" "}
                <Text span size="xs" c="dimmed">
                  /{one.shortcut}
                </Text>
              </Text>
              <Text size="xs" c="dimmed" lineClamp={2}>
                {one.body[props.conversation.locale]}
              </Text>
            </UnstyledButton>
          ))}
          {answers.data && rows.length === 0 && (
            <Text size="sm" c="dimmed">
              {t("canned.none")}
            </Text>
          )}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

/** "Bonjour {{name}}," with the name, or simply "Bonjour,". */
const filled = (body: string, name: string | undefined): string =>
  body.replace(/\s*\{\{name\}\}/g, name ? ` ${name}` : "").trimStart();
