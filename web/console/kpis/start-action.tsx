import { Button, Group, Modal, NumberInput, Select, Stack, Textarea, TextInput } from "@mantine/core";
import { DatePickerInput } from "@mantine/dates";
import { type FormEvent, useState } from "react";
import { api } from "../../api/client.ts";
import { useMe } from "../../api/session.ts";
import { useSubmitKey } from "../../api/use-submit-key.ts";
import { useT } from "../../i18n/use-t.ts";
import { useWrite } from "../../ui/use-write.ts";
import { useOwners } from "../use-owners.ts";

/** Somebody decides to do something about a figure: what, why, by whom, until when, and when to see whether it helped. */
export function StartAction({ kpi, onClose }: { kpi: { key: string; stage: string }; onClose: () => void }) {
  const t = useT("kpis");
  const me = useMe();
  const { people } = useOwners();
  const { key } = useSubmitKey();
  const [name, setName] = useState("");
  const [reason, setReason] = useState("");
  const [ownerId, setOwnerId] = useState<string | null>(me?.id ?? null);
  const [by, setBy] = useState<string | null>(null);
  const [measureAfterDays, setMeasureAfterDays] = useState<number | string>(30);
  const start = useWrite(api.actions.start.mutationOptions({ context: { idempotencyKey: key }, onSuccess: onClose }), {
    done: t("actions.started"),
  });
  const ready = name.trim() !== "" && reason.trim() !== "" && measureAfterDays !== "";
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!ready) return;
    start.mutate({
      name: name.trim(),
      reason: reason.trim(),
      stage: kpi.stage,
      kpi: kpi.key,
      ...(ownerId && { ownerId }),
      ...(by && { dueAt: new Date(`${by}T18:00:00`) }),
      measureAfterDays: Number(measureAfterDays),
    });
  };
  return (
    <Modal opened onClose={onClose} title={t("actions.start")} closeButtonProps={{ "aria-label": t("action.close") }}>
      <form onSubmit={submit}>
        <Stack gap="md">
          <TextInput
            data-autofocus
            required
            label={t("actions.name")}
            maxLength={160}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Textarea
            required
            label={t("actions.why")}
            autosize
            minRows={2}
            maxLength={300}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Select label={t("actions.owner")} searchable clearable data={people} value={ownerId} onChange={setOwnerId} />
          <Group grow align="flex-end">
            <DatePickerInput label={t("actions.by")} clearable valueFormat="DD/MM/YYYY" value={by} onChange={setBy} />
            <NumberInput
              label={t("actions.measureAfter")}
              min={1}
              max={365}
              allowDecimal={false}
              value={measureAfterDays}
              onChange={setMeasureAfterDays}
            />
          </Group>
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t("action.cancel")}
            </Button>
            <Button type="submit" loading={start.isPending} disabled={!ready}>
              {t("actions.start")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
