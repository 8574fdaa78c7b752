import { Badge, Button, Card, Checkbox, Group, SimpleGrid, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { IconChecklist } from "@tabler/icons-react";
import { useState } from "react";
import { useCan } from "../../api/can.ts";
import { api } from "../../api/client.ts";
import { live } from "../../api/query-client.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { TextLink } from "../../ui/links.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { Page } from "../../ui/page.tsx";
import { eventName } from "../../ui/timeline.tsx";
import { useListState } from "../../ui/use-list-state.ts";
import { useWrite } from "../../ui/use-write.ts";
import { EditPlaybook, type Playbook } from "./edit-playbook.tsx";
import { StartPlaybook } from "./start-playbook.tsx";

/** What to do when, and what is under way: steps to tick off, by whom, until when. */
export default function Playbooks() {
  const t = useT("playbooks");
  const format = useFormat();
  const can = useCan();
  const list = useListState();
  const [dialog, setDialog] = useState<{ kind: "edit" | "start"; playbook: Playbook }>();
  const status = list.pick("status", ["open", "done"] as const);
  const playbooks = useQuery(api.playbooks.list.queryOptions());
  const runs = useQuery({
    ...api.playbooks.runs.queryOptions({ input: { limit: 50, cursor: list.cursor, status } }),
    ...live("playbook"),
  });
  const tick = useWrite(
    { ...api.playbooks.completeTask.mutationOptions(), onSuccess: () => void runs.refetch() },
    { done: t("ticked") },
  );
  return (
    <Page title={t("title")} subtitle={t("subtitle")}>
      <Stack gap="xl">
        <section aria-labelledby="running">
          <Title order={2} size="h4" mb="sm" id="running">
            {t("running")}
          </Title>
          <Loaded query={runs}>
            {({ rows, nextCursor }) =>
              rows.length === 0 ? (
                <EmptyState icon={IconChecklist} title={t("empty.title")} text={t("empty.text")} />
              ) : (
                <Stack gap="sm">
                  {rows.map((run) => (
                    <Card key={run.id} withBorder>
                      <Group justify="space-between" align="flex-start">
                        <div>
                          <Text fw={600}>{run.playbook[format.locale]}</Text>
                          <Text size="sm" c="dimmed" component="div">
                            {run.customerId && (
                              <TextLink to="/customers/$customerId" params={{ customerId: run.customerId }} underline="always">
                                {run.customerName}
                              </TextLink>
                            )}{" "}
                            {[eventName(run.reason, t), run.ownerName].filter(Boolean).join(" · ")}
                          </Text>
                        </div>
                        <Badge color={run.status === "open" ? "blue" : "teal"}>{t(`status.${run.status}`)}</Badge>
                      </Group>
                      <Stack gap={6} mt="sm">
                        {run.tasks.map((task) => (
                          <Checkbox
                            key={task.id}
                            checked={task.doneAt !== null}
                            disabled={task.doneAt !== null || !can("work on playbooks")}
                            label={`${task.name[format.locale]} · ${task.late ? t("late", { at: format.date(task.dueAt) }) : t("due", { at: format.date(task.dueAt) })}`}
                            onChange={() => tick.mutate({ taskId: task.id })}
                          />
                        ))}
                      </Stack>
                    </Card>
                  ))}
                  {nextCursor && (
                    <Button variant="default" onClick={() => list.next(nextCursor)}>
                      {t("more")}
                    </Button>
                  )}
                </Stack>
              )
            }
          </Loaded>
        </section>
        <section aria-labelledby="playbooks">
          <Title order={2} size="h4" mb="sm" id="playbooks">
            {t("all")}
          </Title>
          <Loaded query={playbooks}>
            {({ rows }) => (
              <SimpleGrid cols={{ base: 1, md: 2 }}>
                {rows.map((playbook) => (
                  <Card key={playbook.id} withBorder>
                    <Group justify="space-between" align="start" wrap="nowrap">
                      <Group gap="xs">
                        <Text fw={600}>{playbook.name[format.locale]}</Text>
                        {!playbook.active && <Badge color="gray">{t("off")}</Badge>}
                      </Group>
                      <Group gap={4} wrap="nowrap" flex="none">
                        {can("work on playbooks") && can("read customers") && (
                          <Button
                            size="compact-sm"
                            variant="light"
                            aria-label={t("start.of", { name: playbook.name[format.locale] })}
                            onClick={() => setDialog({ kind: "start", playbook })}
                          >
                            {t("start.action")}
                          </Button>
                        )}
                        {can("change playbooks") && (
                          <Button
                            size="compact-sm"
                            variant="default"
                            aria-label={t("edit.of", { name: playbook.name[format.locale] })}
                            onClick={() => setDialog({ kind: "edit", playbook })}
                          >
                            {t("edit.action")}
                          </Button>
                        )}
                      </Group>
                    </Group>
                    <Text size="sm" c="dimmed">
                      {t("when", { event: eventName(playbook.triggerEvent, t) })}
                    </Text>
                    <ol>
                      {playbook.steps.map((step) => (
                        <li key={step.name.en}>
                          <Text size="sm" span>
                            {step.name[format.locale]} ({t("within", { count: step.dueDays })})
                          </Text>
                        </li>
                      ))}
                    </ol>
                  </Card>
                ))}
              </SimpleGrid>
            )}
          </Loaded>
        </section>
      </Stack>
      {dialog?.kind === "edit" && <EditPlaybook playbook={dialog.playbook} onClose={() => setDialog(undefined)} />}
      {dialog?.kind === "start" && <StartPlaybook playbook={dialog.playbook} onClose={() => setDialog(undefined)} />}
    </Page>
  );
}
