import { parseArgs } from "node:util";
import type { AskedColumns } from "./engine/find-columns.ts";
import { type DateOrder, dayOf } from "./engine/read-dates.ts";
import type { TimeUnit } from "./engine/summarise-purchases.ts";

export const clvUsage = `usage: throughline clv <file> [--model bgnbd|paretonbd|mbgnbd|bgbb|sbg|gammagamma] [--t 39] [--json]

The file (CSV with , ; tab or |, or columns of blanks; with or without a heading) holds one of:
  purchases    customer, date, amount (or quantity and price): a line each
  a summary    x (repeat purchases), t_x (time of the last), T (time seen), mean amount; maybe the number of customers alike
  renewals     of sbg: customers after 0, 1, 2, ... renewals (1000, 631, 468); or a line per contract: tenure, churned, fee
options
  --t, --horizon 1,39,78   how far to look ahead, in units of time (default: a year; customers are valued over the first)
  --unit week              day, week, month or year: the unit purchases are counted in, or a summary is written in
  --until 1997-09-30       learn from purchases up to that day; later ones are held out and compared (default: the last day)
  --discount 0.1           by how much a year makes money worth less (default 0)      --margin 0.4   worth of an amount (default 1)
  --id --date --amount --quantity --price --x --tx --T --mean --weight --tenure --left --fee <column by name or number>
  --dates iso|day_month|month_day     --since-last (the recency column is the time since the last purchase)
  --explain <customer id>  how that customer's value comes about                       --top 10   lines of the table
Definitions and formulas: docs/engines/value.md.`;

const models = ["bgnbd", "paretonbd", "mbgnbd", "bgbb", "sbg", "gammagamma"] as const;
export type ClvModel = (typeof models)[number];

export interface ClvOptions {
  readonly file: string;
  readonly model: ClvModel | undefined;
  readonly horizons: readonly number[] | undefined;
  readonly unit: TimeUnit | undefined;
  readonly until: number | undefined;
  readonly discount: number;
  readonly margin: number;
  readonly columns: AskedColumns;
  readonly dates: DateOrder | undefined;
  readonly sinceLast: boolean;
  readonly explain: string | undefined;
  readonly top: number;
  readonly json: boolean;
}

const text = { type: "string" } as const;
const columnOptions = [
  "id",
  "date",
  "amount",
  "quantity",
  "price",
  "x",
  "tx",
  "T",
  "mean",
  "weight",
  "tenure",
  "left",
  "fee",
] as const;

/** The command line read; a sentence where it is wrong. */
export function readClvOptions(args: string[]): ClvOptions | string {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        ...(Object.fromEntries(columnOptions.map((name) => [name, text])) as Record<(typeof columnOptions)[number], typeof text>),
        model: text,
        t: text,
        horizon: text,
        unit: text,
        until: text,
        discount: text,
        margin: text,
        dates: text,
        explain: text,
        top: text,
        "since-last": { type: "boolean" },
        json: { type: "boolean" },
      },
    });
    if (positionals.length !== 1) return "Name one file.";
    const model = values.model?.toLowerCase().replaceAll(/[^a-z]/g, "");
    if (model !== undefined && !models.includes(model as ClvModel)) return `--model is one of ${models.join(", ")}.`;
    const horizons = (values.t ?? values.horizon)?.split(",").map(Number);
    if (horizons?.some((each) => !(each > 0 && each <= 1e6))) return "--t is a time above 0, or several with commas: --t 1,39.";
    const unit = values.unit?.toLowerCase().replace(/s$/, "");
    if (unit !== undefined && !["day", "week", "month", "year"].includes(unit)) return "--unit is day, week, month or year.";
    const until = values.until === undefined ? undefined : dayOf(values.until, "iso");
    if (Number.isNaN(until)) return "--until is a date such as 1997-09-30.";
    const discount = Number(values.discount ?? 0);
    if (!(discount >= 0 && discount < 10)) return "--discount is a yearly rate such as 0.1.";
    const margin = Number(values.margin ?? 1);
    if (!(margin >= 0)) return "--margin is a share such as 0.4.";
    if (values.dates !== undefined && !["iso", "day_month", "month_day"].includes(values.dates))
      return "--dates is iso, day_month or month_day.";
    const top = Number(values.top ?? 10);
    if (!Number.isInteger(top) || top < 0) return "--top is a whole number.";
    const columns = Object.fromEntries(
      columnOptions.flatMap((name) => (values[name] === undefined ? [] : [[name, values[name]]])),
    );
    return {
      file: positionals[0]!,
      model: model as ClvModel | undefined,
      horizons,
      unit: unit as TimeUnit | undefined,
      until,
      discount,
      margin,
      columns,
      dates: values.dates as DateOrder | undefined,
      sinceLast: values["since-last"] ?? false,
      explain: values.explain,
      top,
      json: values.json ?? false,
    };
  } catch (error) {
    return (error as Error).message;
  }
}
