import { Alert, Button, Group, Modal, Stack, TextInput } from "@mantine/core";
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
import { CustomerSelect } from "../customer-select.tsx";
import type { Playbook } from "./edit-playbook.tsx";

/** Starts a playbook for an account by hand, with the reason somebody will read later. */
export function StartPlaybook({ playbook, onClose }: { playbook: Playbook; onClose: () => void }) {
  const t = useT("playbooks");
  const { locale } = useFormat();
  const { key } = useSubmitKey();
  const [customerId, setCustomerId] = useState<string | null>(null);
  const [reason, setReason] = useState("");
  const start = useMutation(
    api.playbooks.start.mutationOptions({
      context: { idempotencyKey: key },
      onSuccess: async () => {
        await queryClient.invalidateQueries({ queryKey: api.playbooks.key() });
        tell(t("start.done"));
        onClose();
      },
    }),
  );
  const fields = start.error instanceof ApiError ? start.error.fields : {};
  const problem = start.error && Object.keys(fields).length === 0 ? explain(start.error, t) : undefined;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (customerId && reason.trim()) start.mutate({ playbookId: playbook.id, customerId, reason: reason.trim() });
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("start.title", { name: playbook.name[locale] })}
      closeButtonProps={{ "aria-label": t("action.close") }}
    >
      <form onSubmit={submit}>
        <Stack gap="md">
          {problem && (
            <Alert role="alert" color="red" title={problem.title}>
              {problem.text}
            </Alert>
          )}
          <CustomerSelect
            label={t("start.customer")}
            required
            value={customerId}
            error={fields["customerId"]}
            onChange={setCustomerId}
          />
          <TextInput
            label={t("start.reason")}
            required
            maxLength={200}
            value={reason}
            error={fields["reason"]}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t("action.cancel")}
            </Button>
            <Button type="submit" loading={start.isPending} disabled={!customerId || !reason.trim()}>
              {t("start.action")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
