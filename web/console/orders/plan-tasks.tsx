import { Badge, Group, Text } from "@mantine/core";
import { useCan } from "../../api/can.ts";
import { useT } from "../../i18n/use-t.ts";
import { Panel } from "../../ui/record-page.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";
import { DateTime } from "../../ui/values.tsx";
import { type Plan, taskTone } from "./order-words.ts";
import { TaskActions } from "./task-actions.tsx";

/** The plan: each task, what it waits for, when it is due and expected, and what can be done about it. */
export function PlanTasks({ plan }: { plan: Plan }) {
  const t = useT("orders");
  const can = useCan();
  const nameOf = new Map(plan.tasks.map((task) => [task.id, task.name]));
  return (
    <Panel title={t("plan.title")}>
      <ol className="tl-plain-list">
        {plan.tasks.map((task) => (
          <li key={task.id} className="tl-plan-task">
            <Group justify="space-between" gap="xs" wrap="nowrap" align="start">
              <div>
                <Text size="sm" fw={620}>
                  {task.name}
                </Text>
                <Text size="xs" c="dimmed">
                  {t(`kind.${task.kind}`)}
                </Text>
              </div>
              <StatusBadge status={task.status} tone={taskTone[task.status]} label={t(`task.${task.status}`)} />
            </Group>
            {task.status === "waiting" && task.dependsOn.length > 0 && (
              <Text size="xs" c="dimmed" mt={2}>
                {t("plan.waitsFor", { names: task.dependsOn.map((id) => nameOf.get(id) ?? "").join(", ") })}
              </Text>
            )}
            <Text size="xs" mt={4} component="div">
              {task.completedAt ? (
                <>
                  {t("plan.done")} <DateTime value={task.completedAt} time />
                </>
              ) : (
                <>
                  {t("tasks.due")} <DateTime value={task.dueAt} /> · {t("plan.expected")} <DateTime value={task.expectedAt} />{" "}
                  {task.late && <Badge color="red">{t("late")}</Badge>}
                </>
              )}
            </Text>
            {task.failure && task.status === "failed" && (
              <Text size="xs" c="var(--tl-bad-fg)" mt={2}>
                {t("plan.failure", { reason: task.failure, count: task.attempts })}
              </Text>
            )}
            {(can("ship orders") || can("work on tasks")) && <TaskActions task={task} plan={plan} />}
          </li>
        ))}
      </ol>
    </Panel>
  );
}
