import { Badge, Button, Group, NumberInput, Stack, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useCan } from "../../api/can.ts";
import { api, type client } from "../../api/client.ts";
import { queryClient } from "../../api/query-client.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { Loaded } from "../../ui/loaded.tsx";
import { Panel } from "../../ui/record-page.tsx";
import { useWrite } from "../../ui/use-write.ts";
import { SettingsPage } from "./settings-page.tsx";

type Stage = Awaited<ReturnType<typeof client.opportunities.stages>>["rows"][number];

/** The stages a deal goes through: their words, and how likely a deal in each is to be won. */
export default function DealStages() {
  const t = useT("settings");
  const stages = useQuery(api.opportunities.stages.queryOptions());
  return (
    <SettingsPage title={t("tab.dealStages")} subtitle={t("deals.subtitle")}>
      <Loaded query={stages}>
        {({ rows }) => (
          <Stack gap="md" maw={860}>
            {rows.map((stage) => (
              <DealStage key={stage.key} stage={stage} />
            ))}
          </Stack>
        )}
      </Loaded>
    </SettingsPage>
  );
}

function DealStage({ stage }: { stage: Stage }) {
  const t = useT("settings");
  const { locale } = useFormat();
  const editable = useCan()("change opportunity stages");
  const [name, setName] = useState(stage.name);
  const [probability, setProbability] = useState(stage.probability);
  const save = useWrite(
    api.opportunities.changeStage.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ queryKey: api.opportunities.key() }),
    }),
    { done: t("saved") },
  );
  const changed = name.en !== stage.name.en || name.fr !== stage.name.fr || probability !== stage.probability;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    save.mutate({ stage: stage.key, name, probability });
  };
  return (
    <Panel title={stage.name[locale]} action={<Badge color="gray">{t("deals.won", { percent: stage.probability })}</Badge>}>
      {editable && (
        <form onSubmit={submit}>
          <Group align="end" gap="sm">
            {(["fr", "en"] as const).map((language) => (
              <TextInput
                key={language}
                label={t(`journey.name.${language}`)}
                required
                maxLength={40}
                value={name[language]}
                onChange={(event) => setName({ ...name, [language]: event.currentTarget.value })}
              />
            ))}
            <NumberInput
              label={t("deals.probability")}
              w={140}
              min={0}
              max={100}
              allowDecimal={false}
              suffix=" %"
              disabled={stage.kind !== "open"}
              value={probability}
              onChange={(value) => setProbability(Number(value))}
            />
            <Button type="submit" variant="default" disabled={!changed} loading={save.isPending}>
              {t("common:action.save")}
            </Button>
          </Group>
        </form>
      )}
    </Panel>
  );
}
