import { parseArgs } from "node:util";
import { Refusal } from "#platform/errors.ts";
import { csvRefusals } from "#platform/csv/refusals.ts";
import { LogError } from "./engine/log-error.ts";
import { mine } from "./engine/mine.ts";
import { readLog } from "./engine/read-log.ts";
import type { MinedProcess } from "./engine/types.ts";

interface Io {
  out(text: string): void;
  err(text: string): void;
  readBytes(path: string): Promise<Uint8Array>;
}

const usage = `usage: throughline mine <log.xes|log.xes.gz|log.csv> [--case <column>] [--activity <column>] [--time <column>] [--top 20] [--json]

Finds the real process in an event log. The columns are of CSV logs only; those not named are guessed. Definitions: docs/engines/mining.md.`;

/** `throughline mine`: the process in an event log. 0 done, 1 a log that cannot be read, 2 wrong use. */
export const mineCommand = {
  name: "mine",
  summary: "find the real process in an event log (XES or CSV, gzipped or not)",
  usage,
  async run(args: string[], io: Io): Promise<number> {
    const asked = readArgs(args);
    if (typeof asked === "string") {
      io.err(`${asked}\n${usage}`);
      return 2;
    }
    try {
      const traces = await readLog(await io.readBytes(asked.file), asked.columns);
      const found = mine(traces, { topVariants: asked.top });
      io.out(asked.json ? JSON.stringify(found) : page(found));
      return 0;
    } catch (error) {
      const problem = told(error);
      if (asked.json) io.out(JSON.stringify({ error: problem }));
      else io.err(`${asked.file}: ${problem.message}`);
      return 1;
    }
  },
};

function told(error: unknown): { line: number | null; message: string } {
  if (error instanceof LogError) return { line: error.line, message: error.message };
  if (!(error instanceof Refusal)) throw error;
  const line = Number(error.params.line);
  const text = csvRefusals[error.code]?.en ?? error.code;
  return {
    line: Number.isNaN(line) ? null : line,
    message: text.replace(/\{(\w+)\}/g, (_, name: string) => String(error.params[name])),
  };
}

function readArgs(args: string[]) {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        case: { type: "string" },
        activity: { type: "string" },
        time: { type: "string" },
        top: { type: "string", default: "20" },
        json: { type: "boolean", default: false },
      },
    });
    const top = Number(values.top);
    if (!Number.isInteger(top) || top < 0) return "--top is a whole number.";
    if (positionals.length !== 1) return "Name one event log.";
    return {
      file: positionals[0]!,
      columns: { case: values.case, activity: values.activity, time: values.time },
      top,
      json: values.json,
    };
  } catch (error) {
    return (error as Error).message;
  }
}

const hours = (value: number | null): string => (value === null ? "-" : value.toFixed(3));
const counts = (each: Record<string, number>): string =>
  Object.entries(each)
    .map(([activity, count]) => `${activity} ${count}`)
    .join(", ");

const page = (found: MinedProcess): string =>
  [
    `${found.cases} cases, ${found.events} events, ${found.activities} activities, ${found.variants} variants.`,
    `A case takes ${hours(found.medianCaseHours)} h (median), ${hours(found.meanCaseHours)} h (mean).`,
    `Begin: ${counts(found.start)}`,
    `End:   ${counts(found.end)}`,
    "",
    "times   median h     mean h   from -> to",
    ...found.edges.map(
      (edge) =>
        `${String(edge.count).padStart(5)} ${hours(edge.medianHours).padStart(10)} ${hours(edge.meanHours).padStart(10)}   ${edge.from} -> ${edge.to}`,
    ),
    "",
    ...found.topVariants.map(
      (variant) =>
        `${String(variant.count).padStart(5)}  ${(variant.cumulative * 100).toFixed(1).padStart(5)} %  ${variant.activities.join(" > ")}`,
    ),
  ].join("\n");
