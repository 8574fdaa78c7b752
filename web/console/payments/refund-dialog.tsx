import { Button, Group, Modal, Stack, Textarea } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { api } from "../../api/client.ts";
import { useSubmitKey } from "../../api/use-submit-key.ts";
import { useT } from "../../i18n/use-t.ts";
import { AmountInput } from "../../ui/amount-input.tsx";
import { useWrite } from "../../ui/use-write.ts";

/** Gives money back: what was paid too much, or what a credit note has freed. */
export function RefundDialog(props: { paymentId: string; currency: string; onClose: () => void }) {
  const t = useT("payments");
  const { key, renew } = useSubmitKey();
  const [minor, setMinor] = useState<string | null>(null);
  const [reason, setReason] = useState("");
  const refund = useWrite(
    api.payments.refund.mutationOptions({ context: { idempotencyKey: key }, onSuccess: props.onClose, onError: () => renew() }),
    { done: t("done.refunded") },
  );
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (minor && reason.trim()) refund.mutate({ paymentId: props.paymentId, amountMinor: BigInt(minor), reason: reason.trim() });
  };
  return (
    <Modal opened onClose={props.onClose} title={t("refund.title")} closeButtonProps={{ "aria-label": t("action.close") }}>
      <form onSubmit={submit}>
        <Stack gap="md">
          <AmountInput label={t("col.amount")} required currency={props.currency} value={minor} onChange={setMinor} />
          <Textarea
            label={t("refund.reason")}
            required
            autosize
            minRows={2}
            maxLength={300}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={props.onClose}>
              {t("action.cancel")}
            </Button>
            <Button type="submit" color="red" loading={refund.isPending} disabled={!minor || !reason.trim()}>
              {t("action.refund")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
