import type { client } from "../../api/client.ts";
import type { Format } from "../../i18n/use-format.ts";
import type { T } from "../../i18n/use-t.ts";

export type Kpi = Awaited<ReturnType<typeof client.kpis.list>>["rows"][number];

/** A value of a figure as its reader writes it: a share, hours and minutes of business time, days, a score. */
export function kpiValue(format: Format, t: T, unit: Kpi["unit"], value: number): string {
  if (unit === "share") return format.percent(value, Math.abs(value) < 0.1 ? 1 : 0);
  if (unit === "minutes") return t("unit.minutes", { time: format.duration(Math.round(value) * 60_000) });
  if (unit === "days") return t("unit.days", { count: Math.round(value * 10) / 10, days: format.number(value, 1) });
  return format.number(value, unit === "nps" ? 0 : 1);
}

export const kpiTarget = (format: Format, t: T, kpi: Pick<Kpi, "better" | "unit" | "target">): string =>
  `${kpi.better === "higher" ? "≥" : "≤"} ${kpiValue(format, t, kpi.unit, kpi.target)}`;

export const isMet = (kpi: Pick<Kpi, "state">): boolean | null => (kpi.state === "unknown" ? null : kpi.state === "met");
