import { Button, Group, Modal, Radio, Stack, Text, Textarea } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { api } from "../../api/client.ts";
import { useSubmitKey } from "../../api/use-submit-key.ts";
import { useT } from "../../i18n/use-t.ts";
import { AmountInput } from "../../ui/amount-input.tsx";
import { useWrite } from "../../ui/use-write.ts";
import type { InvoiceDetail } from "./invoice-words.ts";

/** Gives back all that is left, or an amount per line; the credit note carries the reason. */
export function CreditDialog({ invoice, onClose }: { invoice: InvoiceDetail; onClose: () => void }) {
  const t = useT("invoices");
  const { key, renew } = useSubmitKey();
  const [what, setWhat] = useState<"all" | "lines">("all");
  const [amounts, setAmounts] = useState<Record<string, string | null>>({});
  const [reason, setReason] = useState("");
  const credit = useWrite(
    api.invoices.credit.mutationOptions({ context: { idempotencyKey: key }, onSuccess: onClose, onError: () => renew() }),
    { done: t("done.credited") },
  );
  const lines = Object.entries(amounts).flatMap(([lineId, minor]) =>
    minor && BigInt(minor) > 0n ? [{ lineId, netMinor: BigInt(minor) }] : [],
  );
  const ready = reason.trim() !== "" && (what === "all" || lines.length > 0);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (ready) credit.mutate({ invoiceId: invoice.id, reason: reason.trim(), ...(what === "lines" && { lines }) });
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("credit.title", { number: invoice.number })}
      closeButtonProps={{ "aria-label": t("action.close") }}
    >
      <form onSubmit={submit}>
        <Stack gap="md">
          <Radio.Group label={t("credit.what")} value={what} onChange={(value) => setWhat(value as "all" | "lines")}>
            <Group mt={6}>
              <Radio value="all" label={t("credit.all")} />
              <Radio value="lines" label={t("credit.lines")} />
            </Group>
          </Radio.Group>
          {what === "lines" &&
            invoice.lines
              .filter((line) => BigInt(line.netMinor) > 0n)
              .map((line) => (
                <AmountInput
                  key={line.id}
                  label={line.name}
                  currency={invoice.currency}
                  value={amounts[line.id] ?? null}
                  onChange={(minor) => setAmounts((now) => ({ ...now, [line.id]: minor }))}
                />
              ))}
          <Textarea
            label={t("credit.reason")}
            required
            autosize
            minRows={2}
            maxLength={300}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Text size="xs" c="dimmed">
            {t("credit.vat")}
          </Text>
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t("action.cancel")}
            </Button>
            <Button type="submit" loading={credit.isPending} disabled={!ready}>
              {t("action.credit")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
