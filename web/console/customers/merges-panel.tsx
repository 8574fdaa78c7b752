import { Button, Group, Text } from "@mantine/core";
import { useCan } from "../../api/can.ts";
import { api } from "../../api/client.ts";
import { queryClient } from "../../api/query-client.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { Panel } from "../../ui/record-page.tsx";
import { useWrite } from "../../ui/use-write.ts";
import type { CustomerRecord } from "./customer-words.ts";

/** What was merged into this record, each with the way back. */
export function MergesPanel({ merges }: { merges: CustomerRecord["merges"] }) {
  const t = useT("customers");
  const format = useFormat();
  const can = useCan();
  const split = useWrite(
    api.customers.split.mutationOptions({ onSuccess: () => queryClient.invalidateQueries({ queryKey: api.customers.key() }) }),
    { done: t("split.done") },
  );
  if (merges.length === 0) return null;
  return (
    <Panel title={t("merges.title")}>
      {merges.map((merge) => (
        <Group key={merge.id} justify="space-between" wrap="nowrap" gap="xs">
          <div>
            <Text size="sm">{merge.name}</Text>
            <Text size="xs" c="dimmed">
              {merge.splitAt
                ? t("merges.split", { date: format.date(merge.splitAt) })
                : t("merges.by", { date: format.date(merge.mergedAt), name: merge.mergedByName ?? "–" })}
            </Text>
          </div>
          {!merge.splitAt && can("merge customers") && (
            <Button
              size="compact-sm"
              variant="default"
              loading={split.isPending}
              onClick={() => split.mutate({ mergeId: merge.id })}
            >
              {t("split.action")}
            </Button>
          )}
        </Group>
      ))}
    </Panel>
  );
}
