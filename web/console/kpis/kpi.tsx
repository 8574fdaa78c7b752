import { Button, Card, Grid, Group, NumberInput, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useCan } from "../../api/can.ts";
import { api, type client } from "../../api/client.ts";
import { live } from "../../api/query-client.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { Chart } from "../../ui/chart.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { Page } from "../../ui/page.tsx";
import { StatCard } from "../../ui/stat-card.tsx";
import { Timeline } from "../../ui/timeline.tsx";
import { useWrite } from "../../ui/use-write.ts";
import { ScopeNote } from "../scope-note.tsx";
import { asTimelineEvent } from "../timeline-event.ts";
import { ActionList } from "./action-list.tsx";
import { isMet, kpiTarget, kpiValue } from "./kpi-words.ts";

type ShownKpi = Awaited<ReturnType<typeof client.kpis.show>>;

/** One figure: what is counted, week by week, its target, what is done about it, and the events themselves. */
export default function KpiScreen() {
  const { key = "" } = useParams({ strict: false }) as { key?: string };
  const t = useT("kpis");
  const kpi = useQuery({ ...api.kpis.show.queryOptions({ input: { key } }), ...live("kpi") });
  return <Loaded query={kpi}>{(shown) => <Shown kpi={shown} t={t} onChanged={() => void kpi.refetch()} />}</Loaded>;
}

function Shown({ kpi, t, onChanged }: { kpi: ShownKpi; t: ReturnType<typeof useT>; onChanged: () => void }) {
  const format = useFormat();
  const can = useCan();
  const value = (figure: number) => kpiValue(format, t, kpi.unit, figure);
  const events = useQuery({
    ...api.customers.events.queryOptions({ input: { ids: kpi.eventIds, limit: 100 } }),
    enabled: can("read customers"),
  });
  return (
    <Page
      title={kpi.name[format.locale]}
      subtitle={kpi.says[format.locale]}
      crumbs={[{ label: t("title"), to: "/kpis" }, { label: kpi.name[format.locale] }]}
    >
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, md: 4 }}>
          <Stack>
            <StatCard
              label={t("window", { count: kpi.windowDays })}
              value={kpi.value === null ? undefined : value(kpi.value)}
              target={kpiTarget(format, t, kpi)}
              met={isMet(kpi)}
              n={kpi.n}
            />
            <Text size="sm" c="dimmed">
              {kpi.low !== null && kpi.high !== null && t("interval", { low: value(kpi.low), high: value(kpi.high) })}{" "}
              {kpi.n < kpi.minN
                ? t("tooFew", { n: kpi.minN })
                : kpi.pValue !== null && t("chance", { p: format.percent(kpi.pValue, 1) })}
            </Text>
            {can("set targets") && <Target key={`${kpi.target}-${kpi.windowDays}`} kpi={kpi} onChanged={onChanged} />}
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 8 }}>
          <Chart
            title={t("trend")}
            kind="line"
            data={kpi.trend.map((week) => ({ week: format.day(week.week), value: week.value }))}
            x="week"
            xLabel={t("week")}
            series={[{ key: "value", label: kpi.name[format.locale] }]}
            value={value}
            target={{ value: kpi.target, label: t("target") }}
            note={t("trendNote")}
          />
        </Grid.Col>
        <Grid.Col span={12}>
          <ActionList title={t("actions.title")} kpi={kpi} />
        </Grid.Col>
        <Grid.Col span={12}>
          <Title order={2} size="h4" mb="sm">
            {t("events")}
          </Title>
          {can("read customers") && (
            <>
              <ScopeNote filter={{ ids: kpi.eventIds }} />
              <Loaded query={events}>
                {({ rows }) => <Timeline events={rows.map((event) => asTimelineEvent(event, format.locale))} />}
              </Loaded>
            </>
          )}
        </Grid.Col>
      </Grid>
    </Page>
  );
}

function Target({ kpi, onChanged }: { kpi: ShownKpi; onChanged: () => void }) {
  const t = useT("kpis");
  const scale = kpi.unit === "share" ? 100 : 1;
  const [target, setTarget] = useState<number | string>(Math.round(kpi.target * scale * 1000) / 1000);
  const [windowDays, setWindowDays] = useState<number | string>(kpi.windowDays);
  const [minN, setMinN] = useState<number | string>(kpi.minN);
  const change = useWrite({ ...api.kpis.change.mutationOptions(), onSuccess: onChanged }, { done: t("saved") });
  return (
    <Card withBorder>
      <Stack gap="sm">
        <NumberInput label={t(`targetIn.${kpi.unit}`)} value={target} onChange={setTarget} decimalScale={3} />
        <Group grow align="flex-end">
          <NumberInput
            label={t("windowDays")}
            value={windowDays}
            onChange={setWindowDays}
            min={1}
            max={730}
            allowDecimal={false}
          />
          <NumberInput label={t("minN")} value={minN} onChange={setMinN} min={1} max={10_000} allowDecimal={false} />
        </Group>
        <Button
          loading={change.isPending}
          disabled={target === "" || windowDays === "" || minN === ""}
          onClick={() =>
            change.mutate({ key: kpi.key, target: Number(target) / scale, windowDays: Number(windowDays), minN: Number(minN) })
          }
        >
          {t("common:action.save")}
        </Button>
      </Stack>
    </Card>
  );
}
