import { SimpleGrid, Title } from "@mantine/core";
import type { client } from "../../api/client.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { Chart } from "../../ui/chart.tsx";
import { StatCard } from "../../ui/stat-card.tsx";

/** Deals by stage, with what was won, how often and how fast. */
export function PipelineReport({ report }: { report: Awaited<ReturnType<typeof client.reports.pipeline>> }) {
  const t = useT("reports");
  const format = useFormat();
  const { median, mean, n } = report.engageToCloseDays;
  const days = (value: number | null) => (value === null ? undefined : t("days", { days: format.number(value) }));
  return (
    <section aria-labelledby="pipeline-report">
      <Title order={2} size="h3" id="pipeline-report" mb="sm">
        {t("pipeline.title")}
      </Title>
      <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} mb="md">
        <StatCard label={t("pipeline.deals")} value={format.number(report.opportunities)} />
        <StatCard label={t("pipeline.accounts")} value={format.number(report.accounts)} />
        <StatCard label={t("pipeline.withoutAccount")} value={format.number(report.withoutAccount)} />
        <StatCard
          label={t("pipeline.won")}
          value={
            report.won.length > 0 ? report.won.map((each) => format.money(each.valueMinor, each.currency)).join(" + ") : undefined
          }
        />
        <StatCard
          label={t("pipeline.winRate")}
          value={report.winRatePercent === null ? undefined : format.percent(report.winRatePercent / 100, 2)}
        />
        <StatCard label={t("pipeline.median")} value={days(median)} n={n} />
      </SimpleGrid>
      <Chart
        title={t("pipeline.byStage")}
        kind="bar"
        data={report.byStage.map((row) => ({ stage: row.name[format.locale], count: row.count }))}
        x="stage"
        xLabel={t("pipeline.stage")}
        series={[{ key: "count", label: t("pipeline.deals") }]}
        note={mean === null ? t("pipeline.note") : t("pipeline.noteMean", { days: format.number(mean), n: format.number(n) })}
      />
    </section>
  );
}
