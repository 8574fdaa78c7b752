import { Button, Group, Modal, Stack, Text, Textarea } from "@mantine/core";
import { DatePickerInput } from "@mantine/dates";
import { type FormEvent, useState } from "react";
import { api } from "../../api/client.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { useWrite } from "../../ui/use-write.ts";
import type { Plan } from "./order-words.ts";

/** Promises another day and says why; the customer is told. */
export function PromiseDialog({ plan, onClose }: { plan: Plan; onClose: () => void }) {
  const t = useT("orders");
  const format = useFormat();
  const [to, setTo] = useState<string | null>(plan.expectedOn);
  const [reason, setReason] = useState("");
  const move = useWrite(api.fulfillment.movePromise.mutationOptions({ onSuccess: onClose }), { done: t("done.promiseMoved") });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (to && reason.trim()) move.mutate({ orderId: plan.orderId, to, reason: reason.trim() });
  };
  return (
    <Modal opened onClose={onClose} title={t("promise.title")} closeButtonProps={{ "aria-label": t("action.close") }}>
      <form onSubmit={submit}>
        <Stack gap="md">
          <Text size="sm">
            {t("promise.now", { promised: format.date(plan.promisedOn), expected: format.date(plan.expectedOn) })}
          </Text>
          <DatePickerInput label={t("promise.to")} required valueFormat="DD/MM/YYYY" value={to} onChange={setTo} />
          <Textarea
            label={t("promise.reason")}
            description={t("promise.told")}
            required
            autosize
            minRows={2}
            maxLength={200}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t("action.cancel")}
            </Button>
            <Button type="submit" loading={move.isPending} disabled={!to || !reason.trim()}>
              {t("action.movePromise")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
