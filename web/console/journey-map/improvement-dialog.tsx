import { Button, Group, Modal, Select, Stack, TextInput } from "@mantine/core";
import { DatePickerInput } from "@mantine/dates";
import { type FormEvent, useState } from "react";
import { api } from "../../api/client.ts";
import { queryClient } from "../../api/query-client.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { useWrite } from "../../ui/use-write.ts";
import { useOwners } from "../use-owners.ts";
import type { Asked, Pain, Stage } from "./improvement-types.ts";

/** Notes an improvement, or says it better: what, in which stage, against which pain, whose, by when. */
export function ImprovementDialog(props: {
  slug: string;
  stages: readonly Stage[];
  pains: readonly Pain[];
  asked: Extract<Asked, { kind: "improvement" }>;
  onClose: () => void;
}) {
  const { improvement } = props.asked;
  const t = useT("journey-map");
  const { locale } = useFormat();
  const owners = useOwners();
  const [name, setName] = useState(improvement?.name ?? "");
  const [stage, setStage] = useState(improvement?.stage ?? props.asked.stage ?? props.stages[0]?.key ?? "");
  const [painPointId, setPain] = useState<string | null>(improvement?.painPointId ?? props.asked.painPointId ?? null);
  const [ownerId, setOwner] = useState<string | null>(improvement?.ownerId ?? null);
  const [dueOn, setDueOn] = useState<string | null>(improvement?.dueOn ?? null);
  const done = {
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: api.journeys.key() });
      props.onClose();
    },
  };
  const add = useWrite(api.journeys.addImprovement.mutationOptions(done), { done: t("improve.added") });
  const change = useWrite(api.journeys.changeImprovement.mutationOptions(done), { done: t("improve.saved") });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (improvement) change.mutate({ improvementId: improvement.id, name, stage, painPointId, ownerId, dueOn });
    else
      add.mutate({
        slug: props.slug,
        stage,
        name,
        ...(painPointId && { painPointId }),
        ...(ownerId && { ownerId }),
        ...(dueOn && { dueOn }),
      });
  };
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={improvement ? t("improve.edit") : t("improve.add")}
      closeButtonProps={{ "aria-label": t("common:action.close") }}
    >
      <form onSubmit={submit}>
        <Stack gap="sm">
          <TextInput
            data-autofocus
            label={t("improve.name")}
            required
            maxLength={160}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Select
            label={t("common:map.stage")}
            data={props.stages.map((each) => ({ value: each.key, label: each.name[locale] }))}
            value={stage}
            onChange={(value) => setStage(value ?? stage)}
            allowDeselect={false}
          />
          <Select
            label={t("improve.pain")}
            data={props.pains
              .filter((pain) => pain.closedAt === null || pain.id === painPointId)
              .map((pain) => ({ value: pain.id, label: pain.name[locale] }))}
            value={painPointId}
            onChange={setPain}
            clearable
            clearButtonProps={{ "aria-label": t("common:action.clear") }}
          />
          <Select
            label={t("improve.owner")}
            data={owners.people}
            value={ownerId}
            onChange={setOwner}
            searchable
            clearable
            clearButtonProps={{ "aria-label": t("common:action.clear") }}
          />
          <DatePickerInput
            label={t("improve.dueOn")}
            valueFormat="DD/MM/YYYY"
            value={dueOn}
            onChange={setDueOn}
            clearable
            clearButtonProps={{ "aria-label": t("common:action.clear") }}
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={props.onClose}>
              {t("common:action.cancel")}
            </Button>
            <Button type="submit" loading={add.isPending || change.isPending}>
              {t("common:action.save")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
