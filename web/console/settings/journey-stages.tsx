import { ActionIcon, Button, Group, SimpleGrid, Stack, Text, TextInput } from "@mantine/core";
import { IconArrowDown, IconArrowUp } from "@tabler/icons-react";
import { type FormEvent, useState } from "react";
import { useCan } from "../../api/can.ts";
import { api, type client } from "../../api/client.ts";
import { queryClient } from "../../api/query-client.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { Panel } from "../../ui/record-page.tsx";
import { useWrite } from "../../ui/use-write.ts";

type Stage = Awaited<ReturnType<typeof client.journeys.show>>["stages"][number];

/** Names, expectations and order of the stages, saved together. Their keys stay: events are counted by them. */
export function JourneyStages({ slug, stages: given }: { slug: string; stages: Stage[] }) {
  const t = useT("settings");
  const { locale } = useFormat();
  const editable = useCan()("change journeys");
  const [stages, setStages] = useState(given);
  const save = useWrite(
    api.journeys.changeStages.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ queryKey: api.journeys.key() }),
    }),
    { done: t("saved") },
  );
  const change = (index: number, next: Stage): void =>
    setStages((before) => before.map((stage, at) => (at === index ? next : stage)));
  const move = (index: number, by: 1 | -1): void =>
    setStages((before) => {
      const next = [...before];
      [next[index], next[index + by]] = [next[index + by]!, next[index]!];
      return next;
    });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    save.mutate({ slug, stages });
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        {stages.map((stage, index) => (
          <Panel
            key={stage.key}
            title={`${index + 1}. ${stage.name[locale]}`}
            action={
              editable && (
                <Group gap={4}>
                  <ActionIcon
                    variant="subtle"
                    disabled={index === 0}
                    aria-label={t("journey.up", { stage: stage.name[locale] })}
                    onClick={() => move(index, -1)}
                  >
                    <IconArrowUp size={18} aria-hidden />
                  </ActionIcon>
                  <ActionIcon
                    variant="subtle"
                    disabled={index === stages.length - 1}
                    aria-label={t("journey.down", { stage: stage.name[locale] })}
                    onClick={() => move(index, 1)}
                  >
                    <IconArrowDown size={18} aria-hidden />
                  </ActionIcon>
                </Group>
              )
            }
          >
            {editable ? (
              <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
                {(["name", "expects"] as const).flatMap((field) =>
                  (["fr", "en"] as const).map((language) => (
                    <TextInput
                      key={field + language}
                      label={t(`journey.${field}.${language}`)}
                      required={field === "name"}
                      maxLength={field === "name" ? 120 : 300}
                      value={stage[field][language]}
                      onChange={(event) =>
                        change(index, { ...stage, [field]: { ...stage[field], [language]: event.currentTarget.value } })
                      }
                    />
                  )),
                )}
              </SimpleGrid>
            ) : (
              <Text size="sm">{stage.expects[locale]}</Text>
            )}
          </Panel>
        ))}
        {editable && (
          <Group justify="flex-end">
            <Button type="submit" loading={save.isPending}>
              {t("common:action.save")}
            </Button>
          </Group>
        )}
      </Stack>
    </form>
  );
}
