import { Badge, Button, Group, Select, Text } from "@mantine/core";
import { now } from "../../api/now.ts";
import { useCan } from "../../api/can.ts";
import { api } from "../../api/client.ts";
import { queryClient } from "../../api/query-client.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { useWrite } from "../../ui/use-write.ts";
import type { Asked, Improvement, Pain } from "./improvement-types.ts";

const statuses = ["open", "doing", "done", "dropped"] as const;

/** One improvement: whose it is, by when, for which pain; moved on in place. */
export function ImprovementRow(props: {
  improvement: Improvement;
  pain: Pain | undefined;
  marked: boolean;
  ask: (asked: Asked) => void;
}) {
  const { improvement, pain } = props;
  const t = useT("journey-map");
  const format = useFormat();
  const editable = useCan()("change journeys");
  const move = useWrite(
    api.journeys.changeImprovement.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ queryKey: api.journeys.key() }),
    }),
    {
      done: t("improve.moved"),
      undo: () => api.journeys.changeImprovement.call({ improvementId: improvement.id, status: improvement.status }),
    },
  );
  const late = improvement.closedAt === null && improvement.dueOn !== null && Date.parse(improvement.dueOn) < now() - 86_400_000;
  return (
    <li data-marked={props.marked || undefined}>
      <Text fw={600} size="sm">
        {improvement.name}
      </Text>
      <Text size="xs" c="dimmed" component="div">
        {[
          improvement.ownerName ?? t("improve.nobody"),
          improvement.dueOn && t("improve.due", { at: format.date(improvement.dueOn) }),
        ]
          .filter(Boolean)
          .join(" · ")}
        {late && (
          <Badge size="xs" color="red" ml={6}>
            {t("improve.late")}
          </Badge>
        )}
      </Text>
      {pain && (
        <Text size="xs" c="dimmed">
          {t("improve.against", { pain: pain.name[format.locale] })}
        </Text>
      )}
      {editable ? (
        <Group gap={6} mt={4}>
          <Select
            size="xs"
            w={140}
            aria-label={t("improve.status", { name: improvement.name })}
            data={statuses.map((value) => ({ value, label: t(`improve.is.${value}`) }))}
            value={improvement.status}
            disabled={move.isPending}
            allowDeselect={false}
            onChange={(value) => {
              const status = statuses.find((each) => each === value);
              if (status && status !== improvement.status) move.mutate({ improvementId: improvement.id, status });
            }}
          />
          <Button size="compact-xs" variant="subtle" onClick={() => props.ask({ kind: "improvement", improvement })}>
            {t("common:action.edit")}
          </Button>
        </Group>
      ) : (
        <Badge size="sm" color="gray">
          {t(`improve.is.${improvement.status}`)}
        </Badge>
      )}
    </li>
  );
}
