import { Alert, Button, Group, Modal, NumberInput, Stack, Text } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { ApiError } from "../../api/api-error.ts";
import { api, type client } from "../../api/client.ts";
import { queryClient } from "../../api/query-client.ts";
import { useSubmitKey } from "../../api/use-submit-key.ts";
import { useT } from "../../i18n/use-t.ts";
import { explain } from "../../ui/error-state.tsx";
import { tell } from "../../ui/toast.tsx";

export type Policy = Awaited<ReturnType<typeof client.surveys.list>>["policy"];

const limits = {
  minGapDays: [0, 365],
  maxAsked: [1, 50],
  windowDays: [1, 730],
  expiresDays: [1, 365],
} as const;
const names = Object.keys(limits) as (keyof Policy)[];

/** How often one person may be asked, whatever the survey, and how long an answer is taken. */
export function PolicyDialog({ policy, onClose }: { policy: Policy; onClose: () => void }) {
  const t = useT("surveys");
  const { key } = useSubmitKey();
  const [values, setValues] = useState<Record<keyof Policy, number | "">>(policy);
  const change = useMutation(
    api.surveys.changePolicy.mutationOptions({
      context: { idempotencyKey: `${key}${names.map((name) => values[name]).join("-")}` },
      onSuccess: async () => {
        await queryClient.invalidateQueries({ queryKey: api.surveys.key() });
        tell(t("policy.done"));
        onClose();
      },
    }),
  );
  const fields = change.error instanceof ApiError ? change.error.fields : {};
  const problem = change.error && Object.keys(fields).length === 0 ? explain(change.error, t) : undefined;
  const ready = names.every((name) => values[name] !== "");
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (ready) change.mutate(values as Policy);
  };
  return (
    <Modal opened onClose={onClose} title={t("policy.title")} closeButtonProps={{ "aria-label": t("action.close") }}>
      <form onSubmit={submit}>
        <Stack gap="md">
          {problem && (
            <Alert role="alert" color="red" title={problem.title}>
              {problem.text}
            </Alert>
          )}
          {names.map((name) => (
            <NumberInput
              key={name}
              label={t(`policy.${name}`)}
              description={t("policy.between", { from: limits[name][0], to: limits[name][1] })}
              required
              min={limits[name][0]}
              max={limits[name][1]}
              allowDecimal={false}
              allowNegative={false}
              value={values[name]}
              error={fields[name]}
              onChange={(value) => setValues((before) => ({ ...before, [name]: value === "" ? "" : Number(value) }))}
            />
          ))}
          <Text size="xs" c="dimmed">
            {t("policy.note")}
          </Text>
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t("action.cancel")}
            </Button>
            <Button type="submit" loading={change.isPending} disabled={!ready}>
              {t("action.save")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
