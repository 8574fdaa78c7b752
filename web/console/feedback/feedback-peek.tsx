import { Button, Group, Stack, Text, Textarea } from "@mantine/core";
import { useState } from "react";
import { useCan } from "../../api/can.ts";
import { api } from "../../api/client.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { LinkButton } from "../../ui/links.tsx";
import { PeekDrawer } from "../../ui/peek-drawer.tsx";
import { useWrite } from "../../ui/use-write.ts";
import { CorrectReading } from "./correct-reading.tsx";
import type { FeedbackRow } from "./feedback-list.tsx";

/** One feedback in full: how it was understood, its case, and telling the customer what was done. */
export function FeedbackPeek({
  row,
  names,
  onClose,
}: {
  row: FeedbackRow | undefined;
  names: Map<string, string>;
  onClose: () => void;
}) {
  const t = useT("feedback");
  return (
    <PeekDrawer title={t("peek")} opened={!!row} onClose={onClose}>
      {row && <Content key={row.id} row={row} names={names} onClose={onClose} />}
    </PeekDrawer>
  );
}

function Content({ row, names, onClose }: { row: FeedbackRow; names: Map<string, string>; onClose: () => void }) {
  const t = useT("feedback");
  const format = useFormat();
  const can = useCan();
  const [done, setDone] = useState("");
  const close = useWrite({ ...api.feedback.closeLoop.mutationOptions(), onSuccess: onClose }, { done: t("told") });
  return (
    <Stack>
      <Text>{row.text || t("noWords")}</Text>
      <CorrectReading row={row} names={names} />
      <Group gap="xs">
        {row.conversationId && can("read conversations") && (
          <LinkButton
            size="compact-sm"
            variant="default"
            to="/conversations/$conversationId"
            params={{ conversationId: row.conversationId }}
          >
            {t("case")}
          </LinkButton>
        )}
        {row.customerId && (
          <LinkButton size="compact-sm" variant="default" to="/customers/$customerId" params={{ customerId: row.customerId }}>
            {row.customerName ?? t("who")}
          </LinkButton>
        )}
      </Group>
      {row.loopClosedAt && (
        <Text size="sm">{t("toldOn", { at: format.dateTime(row.loopClosedAt), done: row.loopDone ?? "" })}</Text>
      )}
      {!row.loopClosedAt && row.contactName && can("work on feedback") && (
        <>
          {row.loopDueAt && <Text size="sm">{t("tellBy", { at: format.dateTime(row.loopDueAt) })}</Text>}
          <Textarea
            label={t("done")}
            description={t("doneHelp")}
            autosize
            minRows={3}
            maxLength={2000}
            value={done}
            onChange={(event) => setDone(event.currentTarget.value)}
          />
          <Button
            disabled={done.trim() === ""}
            loading={close.isPending}
            onClick={() => close.mutate({ feedbackId: row.id, done })}
          >
            {t("tell")}
          </Button>
        </>
      )}
    </Stack>
  );
}
