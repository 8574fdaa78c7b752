import { Badge, Button, Card, Group, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { useCan } from "../../api/can.ts";
import { api, type client } from "../../api/client.ts";
import { live } from "../../api/query-client.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { Loaded } from "../../ui/loaded.tsx";
import { ReasonDialog } from "../../ui/reason-dialog.tsx";
import { eventName } from "../../ui/timeline.tsx";
import { useWrite } from "../../ui/use-write.ts";
import { Goodwill } from "./goodwill.tsx";
import { StartAction } from "./start-action.tsx";

type Action = Awaited<ReturnType<typeof client.actions.list>>["rows"][number];

/** What is done about figures, by whom, until when, and whether it helped: the effect with its interval, or that none is seen. */
export function ActionList({ title, kpi }: { title: string; kpi?: { key: string; stage: string } }) {
  const t = useT("kpis");
  const format = useFormat();
  const can = useCan();
  const [done, setDone] = useState<string>();
  const [starting, setStarting] = useState(false);
  const actions = useQuery({
    ...api.actions.list.queryOptions({ input: { limit: 50, ...(kpi && { kpi: kpi.key }) } }),
    ...live("action", "goodwill"),
    enabled: can("read actions"),
  });
  const complete = useWrite(api.actions.complete.mutationOptions(), { done: t("actions.completed") });
  const measure = useWrite(api.actions.measure.mutationOptions(), {
    done: ({ verdict }) => t("actions.measured", { verdict: t(`effect.${verdict}`) }),
  });
  if (!can("read actions")) return null;
  return (
    <section aria-labelledby="actions">
      <Group justify="space-between" mb="sm">
        <Title order={2} size="h4" id="actions">
          {title}
        </Title>
        {kpi && can("work on actions") && (
          <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setStarting(true)}>
            {t("actions.start")}
          </Button>
        )}
      </Group>
      <Loaded query={actions}>
        {({ rows }) =>
          rows.length === 0 ? (
            <Text c="dimmed">{t("actions.none")}</Text>
          ) : (
            <Stack gap="sm">
              {rows.map((action) => (
                <Card key={action.id} withBorder padding="md" component="article" aria-label={action.name}>
                  <Group justify="space-between" align="flex-start" wrap="wrap">
                    <div>
                      <Text fw={600}>{action.name}</Text>
                      <Text size="sm" c="dimmed">
                        {[
                          eventName(action.reason, t),
                          action.customerName,
                          action.ownerName,
                          action.dueAt && t("actions.due", { at: format.dateTime(action.dueAt) }),
                        ]
                          .filter(Boolean)
                          .join(" · ")}
                      </Text>
                    </div>
                    <Group gap="xs">
                      <Badge color={action.status === "open" ? "blue" : "gray"}>{t(`actions.status.${action.status}`)}</Badge>
                      {action.kpi && can("work on actions") && (
                        <Button
                          size="compact-sm"
                          variant="default"
                          loading={measure.isPending && measure.variables?.actionId === action.id}
                          onClick={() => measure.mutate({ actionId: action.id })}
                        >
                          {t("actions.measure")}
                        </Button>
                      )}
                      {action.status === "open" && can("work on actions") && (
                        <Button size="compact-sm" variant="default" onClick={() => setDone(action.id)}>
                          {t("actions.complete")}
                        </Button>
                      )}
                    </Group>
                  </Group>
                  {action.steps.length > 0 && (
                    <ul>
                      {action.steps.map((step) => (
                        <li key={step.note}>
                          <Text size="sm" span td={step.done ? "line-through" : undefined}>
                            {step.note}
                          </Text>
                        </li>
                      ))}
                    </ul>
                  )}
                  {action.outcome && (
                    <Text size="sm" mt="xs">
                      {action.outcome}
                    </Text>
                  )}
                  <Goodwill action={action} />
                  <Effect action={action} />
                </Card>
              ))}
            </Stack>
          )
        }
      </Loaded>
      {kpi && starting && <StartAction kpi={kpi} onClose={() => setStarting(false)} />}
      <ReasonDialog
        title={t("actions.complete")}
        label={t("actions.outcome")}
        action={t("actions.complete")}
        maxLength={500}
        opened={!!done}
        onClose={() => setDone(undefined)}
        onSubmit={(outcome) => complete.mutateAsync({ actionId: done ?? "", outcome })}
      />
    </section>
  );
}

/** "+12 points (3 to 21), n 24 and 40", or that no effect is seen. */
function Effect({ action }: { action: Action }) {
  const t = useT("kpis");
  const format = useFormat();
  const { effect } = action;
  if (!effect) return null;
  const tone = { better: "teal", worse: "red", none: "gray", too_few: "gray" }[effect.verdict];
  return (
    <Group gap="xs" mt="xs">
      <Badge color={tone}>{t(`effect.${effect.verdict}`)}</Badge>
      <Text size="sm">
        {effect.difference !== null && effect.low !== null && effect.high !== null
          ? t("effect.figure", {
              difference: format.delta(effect.difference, 2),
              low: format.number(effect.low, 2),
              high: format.number(effect.high, 2),
              before: effect.nBefore,
              after: effect.nAfter,
            })
          : t("effect.samples", { before: effect.nBefore, after: effect.nAfter })}{" "}
        {t(`effect.method.${effect.method}`)}
      </Text>
    </Group>
  );
}
