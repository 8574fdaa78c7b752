import { Alert, Button, Group, Modal, Radio, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { ApiError } from "../../api/api-error.ts";
import { api } from "../../api/client.ts";
import { queryClient } from "../../api/query-client.ts";
import { useSubmitKey } from "../../api/use-submit-key.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { explain } from "../../ui/error-state.tsx";
import { tell } from "../../ui/toast.tsx";
import type { UsageRecord } from "./usage-records.tsx";

/** A decimal as people type it, "12,5" or "12.5"; undefined when it is none. */
const asDecimal = (text: string): string | undefined => {
  const plain = text.replace(/[\s\u00a0\u202f]/g, "").replace(",", ".");
  return /^-?\d{1,15}(\.\d{1,12})?$/.test(plain) ? plain : undefined;
};

/** Another quantity in the place of a wrong one, or none at all. What was billed is put right by the next invoice. */
export function CorrectUsage({ record, onClose }: { record: UsageRecord; onClose: () => void }) {
  const t = useT("subscriptions");
  const format = useFormat();
  const { key } = useSubmitKey();
  const [way, setWay] = useState<"replace" | "void">("replace");
  const [quantity, setQuantity] = useState("");
  const [reason, setReason] = useState("");
  const correct = useMutation(
    api.usage.correct.mutationOptions({
      context: { idempotencyKey: key },
      onSuccess: async () => {
        await queryClient.invalidateQueries({ queryKey: api.usage.key() });
        tell(t("usage.corrected"));
        onClose();
      },
    }),
  );
  const value = asDecimal(quantity);
  const fields = correct.error instanceof ApiError ? correct.error.fields : {};
  const problem = correct.error && Object.keys(fields).length === 0 ? explain(correct.error, t) : undefined;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    correct.mutate({
      source: record.source,
      sourceId: record.sourceId,
      correctionId: `console-${key}`,
      reason: reason.trim(),
      ...(way === "replace" && value !== undefined && { quantity: value }),
    });
  };
  return (
    <Modal opened onClose={onClose} title={t("usage.correctTitle")} closeButtonProps={{ "aria-label": t("action.close") }}>
      <form onSubmit={submit}>
        <Stack gap="md">
          <Text size="sm">
            {t("usage.is", { quantity: format.number(record.quantity, 6), meter: record.meter, at: format.dateTime(record.at) })}
          </Text>
          {problem && (
            <Alert role="alert" color="red" title={problem.title}>
              {problem.text}
            </Alert>
          )}
          <Radio.Group label={t("usage.way")} value={way} onChange={(next) => setWay(next as "replace" | "void")}>
            <Stack gap="xs" mt={6}>
              <Radio value="replace" label={t("usage.way.replace")} />
              <Radio value="void" label={t("usage.way.void")} />
            </Stack>
          </Radio.Group>
          {way === "replace" && (
            <TextInput
              label={t("usage.right")}
              required
              inputMode="decimal"
              value={quantity}
              error={fields["quantity"] ?? (quantity && value === undefined ? t("usage.notANumber") : undefined)}
              onChange={(event) => setQuantity(event.currentTarget.value)}
            />
          )}
          <Textarea
            label={t("usage.reason")}
            required
            autosize
            minRows={2}
            maxLength={300}
            value={reason}
            error={fields["reason"]}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Text size="xs" c="dimmed">
            {t("usage.effect")}
          </Text>
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t("action.cancel")}
            </Button>
            <Button
              type="submit"
              loading={correct.isPending}
              disabled={!reason.trim() || (way === "replace" && value === undefined)}
            >
              {t("usage.correct")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
