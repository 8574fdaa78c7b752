import { Badge, Button, Card, Group, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { IconPencilPlus, IconTemplate } from "@tabler/icons-react";
import { useState } from "react";
import { useCan } from "../../api/can.ts";
import { api, type client } from "../../api/client.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { Page } from "../../ui/page.tsx";
import { KnowledgeTabs } from "./knowledge-tabs.tsx";
import { ReadyAnswerDialog } from "./ready-answer-dialog.tsx";

export type ReadyAnswer = Awaited<ReturnType<typeof client.conversations.canned>>["rows"][number];

/** Answers agents send every day, written once in both languages. */
export default function ReadyAnswers() {
  const t = useT("knowledge");
  const format = useFormat();
  const can = useCan();
  const [edited, setEdited] = useState<ReadyAnswer | "new">();
  const answers = useQuery(api.conversations.canned.queryOptions());
  const writes = can("write canned answers");
  const create = writes && (
    <Button leftSection={<IconPencilPlus size={16} aria-hidden />} onClick={() => setEdited("new")}>
      {t("answers.new")}
    </Button>
  );
  return (
    <Page title={t("common:area.knowledge")} actions={create}>
      <KnowledgeTabs />
      <Loaded query={answers}>
        {({ rows }) =>
          rows.length === 0 ? (
            <EmptyState icon={IconTemplate} title={t("answers.empty")} text={t("answers.emptyText")} action={create} />
          ) : (
            <Stack gap="sm" maw={860}>
              {rows.map((answer) => (
                <Card key={answer.id} component="section" padding="md" aria-label={answer.title[format.locale]}>
                  <Group justify="space-between" gap="xs" wrap="nowrap" align="flex-start">
                    <div>
                      <Group gap={8}>
                        <Text fw={600} component="h2" size="md" m={0}>
                          {answer.title[format.locale]}
                        </Text>
                        <Badge color="gray">/{answer.shortcut}</Badge>
                        <Text size="xs" c="dimmed">
                          {t("usedTimes", { count: answer.usedCount })}
                        </Text>
                      </Group>
                      <Text size="sm" mt={6} className="tl-pre">
                        {answer.body[format.locale]}
                      </Text>
                    </div>
                    {writes && (
                      <Button
                        size="compact-sm"
                        variant="default"
                        aria-label={t("answers.editOf", { title: answer.title[format.locale] })}
                        onClick={() => setEdited(answer)}
                      >
                        {t("common:action.edit")}
                      </Button>
                    )}
                  </Group>
                </Card>
              ))}
            </Stack>
          )
        }
      </Loaded>
      {edited && <ReadyAnswerDialog answer={edited === "new" ? undefined : edited} onClose={() => setEdited(undefined)} />}
    </Page>
  );
}
