import { Card, Group, MultiSelect, Select, Stack, Text, Title } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { api } from "../../api/client.ts";
import { live } from "../../api/query-client.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { Chart } from "../../ui/chart.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Funnel } from "../../ui/funnel.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { eventName } from "../../ui/timeline.tsx";
import { FunnelGroups } from "./funnel-groups.tsx";
import { FunnelSteps } from "./funnel-steps.tsx";
import type { ProcessRow } from "./types.ts";
import type { Question } from "./use-question.ts";
import { traitValue } from "./words.ts";

const windows = [24, 168, 720, 2_160] as const;

/** From step to step, chosen freely: how many went on, after how long, and who does better. */
export function FunnelView({ row, asked }: { row: ProcessRow; asked: Question }) {
  const t = useT("processes");
  const format = useFormat();
  const standard = row.stages.filter((stage) => !stage.optional).map((stage) => stage.stage);
  const steps = asked.steps.length > 0 ? asked.steps : standard;
  const by = row.by.find((trait) => trait === asked.by);
  const input = {
    process: row.key,
    ...asked.which,
    steps: [...steps],
    ...(by && { by }),
    ...(asked.within && { withinHours: asked.within }),
  };
  const query = useQuery({
    ...api.mining.funnel.queryOptions({ input }),
    ...live("order", "quote", "lead", "opportunity", "invoice"),
    placeholderData: keepPreviousData,
    enabled: steps.length >= 2,
  });
  const open = (what: "reached" | "left", place: number, group?: string): void =>
    asked.set({
      steps: steps.join("~"),
      open: `${what}:${place}${group === undefined ? "" : `:${by}:${group === "" ? "-" : group}`}`,
      case: undefined,
    });
  return (
    <Stack gap="md">
      <Group align="end" gap="sm">
        <MultiSelect
          label={t("funnel.steps")}
          description={t("funnel.stepsHelp")}
          data={row.steps.map((step) => ({ value: step, label: eventName(step, t) }))}
          value={[...steps]}
          onChange={(next) => asked.setSteps(next)}
          maxValues={10}
          searchable
          hidePickedOptions
          style={{ flex: "1 1 420px" }}
        />
        <Select
          label={t("funnel.within")}
          data={[
            { value: "", label: t("funnel.anyTime") },
            ...windows.map((hours) => ({ value: String(hours), label: format.duration(hours * 3_600_000) })),
          ]}
          value={asked.within ? String(asked.within) : ""}
          onChange={(value) => asked.set({ within: value || undefined })}
          allowDeselect={false}
          w={150}
        />
        <Select
          label={t("funnel.by")}
          data={[
            { value: "", label: t("funnel.together") },
            ...row.by.map((trait) => ({ value: trait, label: t(`trait.${trait}`) })),
          ]}
          value={by ?? ""}
          onChange={(value) => asked.set({ by: value || undefined })}
          allowDeselect={false}
          w={170}
        />
      </Group>
      {steps.length < 2 ? (
        <EmptyState title={t("funnel.choose")} text={t("funnel.chooseText")} />
      ) : (
        <Loaded query={query}>
          {(found) => (
            <>
              <Card component="section" aria-labelledby="funnel">
                <Title order={2} size="h4" id="funnel">
                  {t("view.funnel")}
                </Title>
                <Text size="sm" c="dimmed" mb="md">
                  {found.conversion === null
                    ? t("funnel.nobody")
                    : t("funnel.conversion", {
                        share: format.percent(found.conversion, 1),
                        first: eventName(found.steps[0]!.step, t),
                        last: eventName(found.steps.at(-1)!.step, t),
                      })}
                </Text>
                <Funnel
                  steps={found.steps.map((step) => ({ id: step.step, name: eventName(step.step, t), count: step.cases }))}
                  onOpen={(id) => open("reached", found.steps.findIndex((step) => step.step === id) + 1)}
                />
              </Card>
              <FunnelSteps steps={found.steps} onOpen={open} />
              {by && found.groups.length > 0 && (
                <>
                  <Chart
                    title={t("funnel.chart", { trait: t(`trait.${by}`) })}
                    kind="bar"
                    data={found.groups.map((group) => ({ group: traitValue(by, group.name, t), share: group.conversion }))}
                    x="group"
                    xLabel={t(`trait.${by}`)}
                    series={[{ key: "share", label: t("col.conversion") }]}
                    value={(value) => format.percent(value, 1)}
                    note={
                      found.groupCount > found.groups.length
                        ? t("funnel.more", { count: found.groupCount - found.groups.length })
                        : undefined
                    }
                  />
                  <FunnelGroups found={found} by={by} onOpen={open} />
                </>
              )}
            </>
          )}
        </Loaded>
      )}
    </Stack>
  );
}
