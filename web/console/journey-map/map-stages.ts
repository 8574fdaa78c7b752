import type { useFormat } from "../../i18n/use-format.ts";
import type { T } from "../../i18n/use-t.ts";
import type { Lane, MapStage } from "../../ui/journey-map.tsx";
import type { client } from "../../api/client.ts";

type Drawn = Awaited<ReturnType<typeof client.journeys.map>>["stages"];
export type Filter = Drawn[number]["filter"];
export interface Figure {
  title: string;
  filter: Filter;
  /** A whole stage was clicked: who stands there now comes first. */
  stage?: string;
}

/** What the server drew, as the table shows it: values in the reader's units, too few events said as such. */
export function toStages(
  stages: Drawn,
  format: ReturnType<typeof useFormat>,
  t: T,
  nameOf: (type: string) => string,
): MapStage[] {
  const { locale } = format;
  const value = (unit: string, number: number): string => {
    if (unit === "share") return format.percent(number, 1);
    if (unit === "minutes") return format.duration(number * 60_000);
    if (unit === "days") return t("days", { count: Math.round(number) });
    return format.number(number, 1);
  };
  return stages.map((stage) => ({
    id: stage.key,
    name: stage.name[locale],
    customers: stage.customers,
    ...(stage.share !== null && { share: stage.share, shareOf: stage.shareOf }),
    touchpoints: stage.touchpoints
      .slice(0, 6)
      .map((each) => ({ id: `${each.type}|${each.channel}`, name: nameOf(each.type), channel: each.channel, count: each.count })),
    emotion: { value: stage.emotion.value, n: stage.emotion.n },
    kpis: stage.kpis.map((kpi) => ({
      id: kpi.key,
      name: kpi.name[locale],
      value: kpi.last ? value(kpi.unit, kpi.last.value) : kpi.value === null || kpi.n === 0 ? null : value(kpi.unit, kpi.value),
      target: value(kpi.unit, kpi.target),
      // a figure of long ago says nothing of today's target
      met: kpi.state === "unknown" || kpi.last ? null : kpi.state === "met",
      n: kpi.last?.n ?? kpi.n,
      over: kpi.last
        ? t("kpiLast", { date: format.date(kpi.last.day), count: kpi.windowDays })
        : t("kpiOver", { count: kpi.windowDays }),
    })),
    pains: stage.pains
      .filter((pain) => pain.count > 0 || notedPain(pain.key) !== undefined)
      .map((pain) => ({ id: pain.key, name: pain.name[locale], count: pain.count })),
    actions: stage.actions.map((action) => ({
      id: action.id,
      name: action.name,
      ...(action.ownerName && { owner: action.ownerName }),
      ...(action.dueOn && { due: action.dueOn }),
      state: t(`status.${action.status}`),
    })),
  }));
}

/** A pain point noted by hand counts nothing by itself: its id leads to what is done about it. */
export const notedPain = (key: string): string | undefined => /:noted:(.+)$/.exec(key)?.[1];

/** Where a pain noted by hand or an improvement is worked on; undefined for what is counted from events. */
export function improvementOf(stages: Drawn, stageKey: string, lane: Lane, item: string): string | undefined {
  if (lane === "pains") return notedPain(item);
  const action = stages.find((stage) => stage.key === stageKey)?.actions.find((each) => each.id === item);
  return lane === "actions" && action?.kind === "improvement" ? action.id : undefined;
}

/** The figure that was clicked: its name, and which events it was counted from. */
export function figureOf(stages: Drawn, locale: "en" | "fr", stageKey: string, lane: Lane, item: string): Figure | null {
  const stage = stages.find((each) => each.key === stageKey);
  if (!stage) return null;
  const name = stage.name[locale];
  if (lane === "emotion") return { title: name, filter: stage.emotion.filter };
  const touchpoint =
    lane === "touchpoints" ? stage.touchpoints.find((each) => `${each.type}|${each.channel}` === item) : undefined;
  if (touchpoint) return { title: name, filter: touchpoint.filter };
  const kpi = lane === "kpis" ? stage.kpis.find((each) => each.key === item) : undefined;
  if (kpi) return { title: kpi.name[locale], filter: kpi.filter };
  const pain = lane === "pains" ? stage.pains.find((each) => each.key === item) : undefined;
  if (pain) return { title: pain.name[locale], filter: pain.filter };
  return { title: name, filter: stage.filter, ...(lane === "stage" && { stage: stageKey }) };
}
