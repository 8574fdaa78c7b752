import { readCsv } from "#platform/csv/read-csv.ts";
import { plainHeading } from "#platform/importer.ts";
import { LogError } from "./log-error.ts";
import { tracesOf } from "./traces.ts";
import type { LogEvent, Trace } from "./types.ts";

export interface LogColumns {
  case?: string | undefined;
  activity?: string | undefined;
  time?: string | undefined;
}

/** The headings event logs usually have, compared without case and punctuation. */
const usual: Record<keyof LogColumns, readonly string[]> = {
  case: ["caseconceptname", "case", "caseid", "casenumber", "traceid", "customerid", "orderid", "ticketid"],
  activity: ["conceptname", "activity", "activityname", "event", "eventname", "task", "step", "action", "type"],
  time: ["timetimestamp", "timestamp", "time", "datetime", "completetimestamp", "occurredat", "date", "start", "starttimestamp"],
};
const limits = { maxBytes: 2_000_000_000, maxRows: 20_000_000 };

/** The cases of a table with a row per event, each case in the order of time. Columns not named are guessed. Refuses (LogError) with line and cause. */
export async function readCsvLog(bytes: AsyncIterable<Uint8Array>, columns: LogColumns = {}): Promise<Trace[]> {
  const file = await readCsv(bytes, limits);
  const indexOf = (which: keyof LogColumns): number => {
    const wanted = columns[which];
    const plain = file.columns.map(plainHeading);
    const index = wanted === undefined ? plain.findIndex((name) => usual[which].includes(name)) : file.columns.indexOf(wanted);
    const best = wanted === undefined ? usual[which].map((name) => plain.indexOf(name)).find((at) => at >= 0) : index;
    if (best === undefined || best < 0)
      throw new LogError(
        1,
        wanted === undefined
          ? `no column looks like the ${which}; name it with --${which}. There are: ${file.columns.join(", ")}`
          : `there is no column "${wanted}". There are: ${file.columns.join(", ")}`,
      );
    return best;
  };
  const [caseAt, activityAt, timeAt] = [indexOf("case"), indexOf("activity"), indexOf("time")];
  const events: LogEvent[] = [];
  for await (const { line, cells } of file.rows) {
    const [id, activity, when] = [cells[caseAt], cells[activityAt], cells[timeAt]];
    if (!id) throw new LogError(line, `no case in column "${file.columns[caseAt]}"`);
    if (!activity) throw new LogError(line, `no activity in column "${file.columns[activityAt]}"`);
    const time = timeOf(when ?? "");
    if (Number.isNaN(time))
      throw new LogError(
        line,
        `"${(when ?? "").slice(0, 60)}" is no date and time; write 2026-03-02T09:00:00Z, or seconds since 1970`,
      );
    events.push({ case: id, activity, time });
  }
  return tracesOf(events);
}

/** ISO 8601 with "T" or a space (UTC where no zone is given), or seconds or milliseconds since 1970. */
function timeOf(text: string): number {
  if (/^\d{9,13}(?:\.\d+)?$/.test(text)) return Number(text) * (text.split(".")[0]!.length > 11 ? 1 : 1_000);
  const iso = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?)\s*(Z|[+-]\d{2}:?\d{2}|[+-]\d{2})?)?$/i.exec(text);
  if (!iso) return Number.NaN;
  const [, day, clock = "00:00:00", zone = "Z"] = iso;
  const offset = /^[+-]\d{2}$/.test(zone) ? `${zone}:00` : zone.replace(/^([+-]\d{2})(\d{2})$/, "$1:$2").toUpperCase();
  return Date.parse(`${day}T${clock.replace(",", ".").replace(/(\.\d{3})\d+$/, "$1")}${offset}`);
}
