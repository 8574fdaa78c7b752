import { Button, Group, NumberInput, Text } from "@mantine/core";
import { useForm } from "@mantine/form";
import { ApiError } from "../../api/api-error.ts";
import { useCan } from "../../api/can.ts";
import { api } from "../../api/client.ts";
import { queryClient } from "../../api/query-client.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { Panel } from "../../ui/record-page.tsx";
import { useWrite } from "../../ui/use-write.ts";
import type { LeadSettings } from "./leads.tsx";

/** From which score sales get a lead, and in how much open time they answer. */
export function LeadHandOver({ settings }: { settings: LeadSettings }) {
  const t = useT("settings");
  const format = useFormat();
  const readOnly = !useCan()("change lead settings");
  const form = useForm<{ handOverScore: number | string; respondMinutes: number | string }>({
    initialValues: { handOverScore: settings.handOverScore, respondMinutes: settings.respondMinutes },
    validate: {
      handOverScore: (value) => (value === "" ? t("leads.needFigure") : null),
      respondMinutes: (value) => (value === "" ? t("leads.needFigure") : null),
    },
  });
  const save = useWrite(
    api.leads.changeSettings.mutationOptions({
      onSuccess: async () => {
        form.resetDirty();
        await queryClient.invalidateQueries({ queryKey: api.leads.settings.key() });
      },
      onError: (error) => {
        if (error instanceof ApiError) form.setErrors(error.fields);
      },
    }),
    { done: t("saved") },
  );
  const minutes = Number(form.values.respondMinutes) || 0;
  return (
    <Panel title={t("leads.handOver")}>
      <form
        noValidate
        onSubmit={form.onSubmit(({ handOverScore, respondMinutes }) =>
          save.mutate({ handOverScore: Number(handOverScore), respondMinutes: Number(respondMinutes) }),
        )}
      >
        <Group align="end">
          <NumberInput
            w={200}
            label={t("leads.score")}
            min={1}
            max={200}
            allowDecimal={false}
            clampBehavior="strict"
            readOnly={readOnly}
            {...form.getInputProps("handOverScore")}
          />
          <NumberInput
            w={200}
            label={t("leads.respond")}
            min={1}
            max={10_000}
            allowDecimal={false}
            clampBehavior="strict"
            suffix=" min"
            readOnly={readOnly}
            {...form.getInputProps("respondMinutes")}
          />
          {!readOnly && (
            <Button type="submit" variant="default" disabled={!form.isDirty()} loading={save.isPending}>
              {t("common:action.save")}
            </Button>
          )}
        </Group>
        <Text size="sm" c="dimmed" mt="xs">
          {t("leads.handOverText", { score: form.values.handOverScore, time: format.duration(minutes * 60_000) })}
        </Text>
      </form>
    </Panel>
  );
}
