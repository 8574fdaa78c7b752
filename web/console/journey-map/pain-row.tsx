import { Badge, Button, Group, Text } from "@mantine/core";
import { useState } from "react";
import { useCan } from "../../api/can.ts";
import { api } from "../../api/client.ts";
import { queryClient } from "../../api/query-client.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { ReasonDialog } from "../../ui/reason-dialog.tsx";
import { useWrite } from "../../ui/use-write.ts";
import type { Asked, Pain } from "./improvement-types.ts";

const refresh = { onSuccess: () => queryClient.invalidateQueries({ queryKey: api.journeys.key() }) };

/** One pain point: said better, improved, taken away or found to be back. */
export function PainRow({ pain, marked, ask }: { pain: Pain; marked: boolean; ask: (asked: Asked) => void }) {
  const t = useT("journey-map");
  const format = useFormat();
  const editable = useCan()("change journeys");
  const [closing, setClosing] = useState(false);
  const close = useWrite(api.journeys.closePainPoint.mutationOptions(refresh), { done: t("pain.closed") });
  const reopen = useWrite(api.journeys.reopenPainPoint.mutationOptions(refresh), { done: t("pain.reopened") });
  return (
    <li data-marked={marked || undefined}>
      <Text fw={600} size="sm">
        {pain.name[format.locale]}
      </Text>
      {pain.closedAt ? (
        <Text size="xs" c="dimmed">
          <Badge size="xs" color="teal" mr={6}>
            {t("pain.gone")}
          </Badge>
          {t("pain.goneBy", { at: format.date(pain.closedAt), done: pain.closedByWords ?? "" })}
        </Text>
      ) : (
        <Text size="xs" c="dimmed">
          {t("pain.noted", { at: format.date(pain.notedAt) })}
        </Text>
      )}
      {editable && (
        <Group gap={4} mt={4}>
          {pain.closedAt ? (
            <Button
              size="compact-xs"
              variant="subtle"
              loading={reopen.isPending}
              onClick={() => reopen.mutate({ painPointId: pain.id })}
            >
              {t("pain.back")}
            </Button>
          ) : (
            <>
              <Button
                size="compact-xs"
                variant="light"
                onClick={() => ask({ kind: "improvement", stage: pain.stage, painPointId: pain.id })}
              >
                {t("pain.improve")}
              </Button>
              <Button size="compact-xs" variant="subtle" onClick={() => ask({ kind: "pain", pain })}>
                {t("common:action.edit")}
              </Button>
              <Button size="compact-xs" variant="subtle" onClick={() => setClosing(true)}>
                {t("pain.close")}
              </Button>
            </>
          )}
        </Group>
      )}
      <ReasonDialog
        title={t("pain.closeTitle", { name: pain.name[format.locale] })}
        label={t("pain.what")}
        action={t("pain.close")}
        maxLength={500}
        opened={closing}
        onClose={() => setClosing(false)}
        onSubmit={(done) => close.mutateAsync({ painPointId: pain.id, done })}
      />
    </li>
  );
}
