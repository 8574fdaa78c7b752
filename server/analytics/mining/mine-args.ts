import { parseArgs } from "node:util";
import type { DayOrder } from "./engine/day-order.ts";
import type { LogColumns } from "./engine/read-csv-log.ts";

export const usage = `usage: throughline mine <log> [options] [--json]

Finds the real process in an event log: XES, CSV, OCEL 2.0 (JSON or SQLite), gzipped or not.
  --case, --activity, --time <name>   the column (CSV) or attribute (XES) to read; else the usual ones
  --dates day_month|month_day         how days such as 02/03/2026 are written; else found from the rows
  --object-type <type>                OCEL: whose cases; else the type that takes part in the most events
  --top 20                            how many variants, loops and examples to show
  --funnel "ask > answer > done"      how many cases get how far; or the name of a .json file
      --funnel-mode ordered|strict|any   --window "7 d"   --exclude <activity> (may be given again)
  --conform <intended.json>           how the cases keep to an intended journey
  --export xes|ocel --out <file>      write the log in another form; a name in .sqlite makes OCEL a database, .gz packs it

Definitions, the intended journey and the JSON: docs/engines/mining.md. Exit code: 0 done, 1 a log or question that cannot be read, 2 wrong use.`;

export interface MineArgs {
  file: string;
  columns: LogColumns;
  dayOrder: DayOrder | undefined;
  objectType: string | undefined;
  top: number;
  json: boolean;
  funnel: { steps: string; mode: string | undefined; window: string | undefined; exclude: string[] | undefined } | undefined;
  conform: string | undefined;
  export: { format: "xes" | "ocel"; out: string } | undefined;
}

/** The arguments of `throughline mine`, or what is wrong with them. */
export function readArgs(args: string[]): MineArgs | string {
  try {
    const { values, positionals } = parseArgs({ args, allowPositionals: true, options });
    const top = Number(values.top);
    const format = values.export;
    if (positionals.length !== 1) return positionals.length === 0 ? "Name one event log." : "Name one event log only.";
    if (!Number.isInteger(top) || top < 0) return "--top is a whole number.";
    if (format !== undefined && format !== "xes" && format !== "ocel") return "--export is xes or ocel.";
    if ((format === undefined) !== (values.out === undefined)) return "--export and --out go together.";
    if (values.dates !== undefined && values.dates !== "day_month" && values.dates !== "month_day")
      return "--dates is day_month or month_day.";
    if (values.funnel === undefined && (values["funnel-mode"] ?? values.window ?? values.exclude) !== undefined)
      return "--funnel-mode, --window and --exclude belong to --funnel.";
    return {
      file: positionals[0]!,
      columns: { case: values.case, activity: values.activity, time: values.time },
      dayOrder: values.dates,
      objectType: values["object-type"],
      top,
      json: values.json,
      funnel:
        values.funnel === undefined
          ? undefined
          : { steps: values.funnel, mode: values["funnel-mode"], window: values.window, exclude: values.exclude },
      conform: values.conform,
      export: format === undefined ? undefined : { format, out: values.out! },
    };
  } catch (error) {
    return (error as Error).message;
  }
}

const options = {
  case: { type: "string" },
  activity: { type: "string" },
  time: { type: "string" },
  dates: { type: "string" },
  "object-type": { type: "string" },
  top: { type: "string", default: "20" },
  funnel: { type: "string" },
  "funnel-mode": { type: "string" },
  window: { type: "string" },
  exclude: { type: "string", multiple: true },
  conform: { type: "string" },
  export: { type: "string" },
  out: { type: "string" },
  json: { type: "boolean", default: false },
} as const;
