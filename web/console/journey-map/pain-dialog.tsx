import { Button, Group, Modal, Select, Stack, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { api } from "../../api/client.ts";
import { queryClient } from "../../api/query-client.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { useWrite } from "../../ui/use-write.ts";
import type { Pain, Stage } from "./improvement-types.ts";

const languages = ["fr", "en"] as const;

/** Notes a pain point, or says it better, in both languages and in the stage it belongs to. */
export function PainDialog(props: {
  slug: string;
  stages: readonly Stage[];
  pain: Pain | undefined;
  stage: string | undefined;
  onClose: () => void;
}) {
  const { pain } = props;
  const t = useT("journey-map");
  const { locale } = useFormat();
  const [name, setName] = useState(pain?.name ?? { en: "", fr: "" });
  const [stage, setStage] = useState(pain?.stage ?? props.stage ?? props.stages[0]?.key ?? "");
  const done = {
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: api.journeys.key() });
      props.onClose();
    },
  };
  const add = useWrite(api.journeys.addPainPoint.mutationOptions(done), { done: t("pain.added") });
  const change = useWrite(api.journeys.changePainPoint.mutationOptions(done), { done: t("improve.saved") });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (pain) change.mutate({ painPointId: pain.id, name, stage });
    else add.mutate({ slug: props.slug, stage, name });
  };
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={pain ? t("pain.edit") : t("pain.add")}
      closeButtonProps={{ "aria-label": t("common:action.close") }}
    >
      <form onSubmit={submit}>
        <Stack gap="sm">
          {languages.map((language) => (
            <TextInput
              key={language}
              {...(language === locale && { "data-autofocus": true })}
              label={t(`pain.name.${language}`)}
              required
              maxLength={120}
              value={name[language]}
              onChange={(event) => setName({ ...name, [language]: event.currentTarget.value })}
            />
          ))}
          <Select
            label={t("common:map.stage")}
            data={props.stages.map((each) => ({ value: each.key, label: each.name[locale] }))}
            value={stage}
            onChange={(value) => setStage(value ?? stage)}
            allowDeselect={false}
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
