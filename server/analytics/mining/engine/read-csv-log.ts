import { readCsv } from "#platform/csv/read-csv.ts";
import { plainHeading } from "#platform/importer.ts";
import { type DayOrder, momentOf } from "./day-order.ts";
import { LogError } from "./log-error.ts";
import { tracesOf } from "./traces.ts";
import type { Attributes, LogEvent, Trace } from "./types.ts";

export interface LogColumns {
  case?: string | undefined;
  activity?: string | undefined;
  time?: string | undefined;
}

/** The headings event logs usually have, compared without case and punctuation. */
const usual: Record<keyof LogColumns, readonly string[]> = {
  case: [
    "caseconceptname",
    "case",
    "caseid",
    "casenumber",
    "traceid",
    "customerid",
    "orderid",
    "ticketid",
    "order",
    "customer",
    "dossier",
  ],
  activity: [
    "conceptname",
    "activity",
    "activityname",
    "event",
    "eventname",
    "task",
    "step",
    "action",
    "type",
    "status",
    "stage",
    "activite",
    "etape",
    "statut",
  ],
  time: [
    "timetimestamp",
    "timestamp",
    "time",
    "datetime",
    "completetimestamp",
    "occurredat",
    "date",
    "start",
    "starttimestamp",
    "when",
    "horodatage",
  ],
};
const limits = { maxBytes: 2_000_000_000, maxRows: 20_000_000 };

/**
 * The cases of a table with a row per event, each case in the order of time. Columns not named are guessed; days written
 * 02/03/2026 are read in `dayOrder`, else in the one order that fits every row. Refuses (LogError) with line and cause.
 */
export async function readCsvLog(
  bytes: AsyncIterable<Uint8Array>,
  columns: LogColumns = {},
  options: { dayOrder?: DayOrder | undefined; keepAttributes?: boolean | undefined } = {},
): Promise<Trace[]> {
  const file = await readCsv(bytes, limits);
  const [caseAt, activityAt, timeAt] = (["case", "activity", "time"] as const).map((which) =>
    columnAt(file.columns, which, columns[which]),
  ) as [number, number, number];
  const others = options.keepAttributes
    ? file.columns.flatMap((name, at) => (at === caseAt || at === activityAt || at === timeAt ? [] : [{ name, at }]))
    : [];
  const events: LogEvent[] = [];
  const undecided: Undecided[] = [];
  for await (const { line, cells, problem } of file.rows) {
    if (problem === "too_many_cells")
      throw new LogError(line, `the row has more cells than the ${file.columns.length} columns of the first line`);
    const [id, activity, when = ""] = [cells[caseAt], cells[activityAt], cells[timeAt]];
    if (!id) throw new LogError(line, `no case in column "${file.columns[caseAt]}"`);
    if (!activity) throw new LogError(line, `no activity in column "${file.columns[activityAt]}"`);
    const moment = momentOf(when);
    const event: LogEvent = { case: id, activity, time: typeof moment === "number" ? moment : Number.NaN };
    if (typeof moment !== "number") undecided.push({ event, line, when, ...moment });
    else if (Number.isNaN(moment)) throw noDate(line, when);
    if (options.keepAttributes) {
      const attributes: Attributes = {};
      for (const { name, at } of others) if (cells[at]) attributes[name] = cells[at];
      event.attributes = attributes;
    }
    events.push(event);
  }
  decide(undecided, options.dayOrder);
  return tracesOf(events);
}

interface Undecided extends Record<DayOrder, number> {
  event: LogEvent;
  line: number;
  when: string;
}

function decide(undecided: readonly Undecided[], wanted: DayOrder | undefined): void {
  const wrong = (order: DayOrder) => undecided.find((each) => Number.isNaN(each[order]));
  const order = wanted ?? (wrong("month_day") ? "day_month" : "month_day");
  const bad = wrong(order);
  if (bad) throw noDate(bad.line, bad.when);
  const open = wanted === undefined && !wrong("month_day") && !wrong("day_month");
  const either = open ? undecided.find((each) => each.day_month !== each.month_day) : undefined;
  if (either)
    throw new LogError(
      either.line,
      `"${either.when}" may be day/month or month/day, and no other row tells; say --dates day_month or --dates month_day`,
    );
  for (const each of undecided) each.event.time = each[order];
}

const noDate = (line: number, when: string): LogError =>
  new LogError(line, `"${when.slice(0, 60)}" is no date and time; write 2026-03-02T09:00:00Z, or seconds since 1970`);

function columnAt(columns: readonly string[], which: keyof LogColumns, wanted: string | undefined): number {
  const plain = columns.map(plainHeading);
  const there = `There are: ${columns.join(", ")}`;
  if (wanted !== undefined) {
    const at = columns.indexOf(wanted) >= 0 ? columns.indexOf(wanted) : plain.indexOf(plainHeading(wanted));
    if (at < 0) throw new LogError(1, `there is no column "${wanted}". ${there}`);
    return at;
  }
  const at = usual[which].map((name) => plain.indexOf(name)).find((found) => found >= 0);
  if (at === undefined) throw new LogError(1, `no column looks like the ${which}; name it with --${which}. ${there}`);
  return at;
}
