import { gzipSync } from "node:zlib";
import { csvRefusals } from "#platform/csv/refusals.ts";
import { Refusal } from "#platform/errors.ts";
import { conform } from "./engine/conformance/conform.ts";
import { readIntended } from "./engine/conformance/read-intended.ts";
import { funnel } from "./engine/funnel.ts";
import { LogError } from "./engine/log-error.ts";
import { mine } from "./engine/mine.ts";
import { ocelOf } from "./engine/ocel/from-traces.ts";
import { writeOcelJson } from "./engine/ocel/write-json.ts";
import { writeOcelSqlite } from "./engine/ocel/write-sqlite.ts";
import { funnelOf, readFunnel } from "./engine/read-funnel.ts";
import { type EventLog, readLog } from "./engine/read-log.ts";
import { writeXes } from "./engine/write-xes.ts";
import { type MineArgs, readArgs, usage } from "./mine-args.ts";
import { type MineAnswer, minePage } from "./mine-page.ts";

interface Io {
  out(text: string): void;
  err(text: string): void;
  readFile(path: string): Promise<string>;
  readBytes(path: string): Promise<Uint8Array>;
  writeFile(path: string, data: Uint8Array | string): Promise<void>;
}

/** `throughline mine`: the process in an event log. 0 done, 1 a log or question that cannot be read, 2 wrong use. */
export const mineCommand = {
  name: "mine",
  summary: "find the real process in an event log (XES, CSV, OCEL), its funnels and what differs from the intended one",
  usage,
  async run(args: string[], io: Io): Promise<number> {
    const asked = readArgs(args);
    if (typeof asked === "string") {
      io.err(`${asked}\n${usage}`);
      return 2;
    }
    let file = asked.file;
    try {
      const bytes = await io.readBytes(asked.file);
      const log = await readLog(bytes, { ...asked, keepAttributes: asked.export !== undefined });
      const { traces, objects } = log;
      const found: MineAnswer = mine(traces, { topVariants: asked.top });
      if (objects) Object.assign(found, { objectType: objects.objectType, objectTypes: objects.types });
      if (asked.funnel) {
        file = "--funnel";
        found.funnel = funnel(traces, await funnelAsked(asked.funnel, io));
      }
      if (asked.conform !== undefined) {
        file = asked.conform;
        found.conformance = conform(traces, readIntended(await io.readFile(asked.conform)), { examples: asked.top });
      }
      if (asked.export) {
        file = asked.export.out;
        await io.writeFile(asked.export.out, exportOf(log, asked.export, asked.objectType));
        found.exported = { format: asked.export.format, file: asked.export.out, cases: found.cases, events: found.events };
      }
      io.out(asked.json ? JSON.stringify(found) : minePage(found));
      return 0;
    } catch (error) {
      const problem = { file, ...told(error) };
      if (asked.json) io.out(JSON.stringify({ error: problem }));
      else io.err(`${file}: ${problem.message}`);
      return 1;
    }
  },
};

async function funnelAsked(asked: NonNullable<MineArgs["funnel"]>, io: Io) {
  const { steps, ...rest } = asked;
  if (!steps.endsWith(".json")) return funnelOf({ ...rest, steps: steps.split(">").map((step) => step.trim()) });
  const question = readFunnel(await io.readFile(steps));
  const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  return Object.keys(given).length === 0
    ? question
    : funnelOf({
        steps: question.steps,
        mode: question.mode,
        ...(question.exclude?.length && { exclude: question.exclude }),
        ...given,
      });
}

/** An object-centric log stays whole as OCEL; as XES it is what the objects of one type see. */
function exportOf(
  log: EventLog,
  { format, out }: NonNullable<MineArgs["export"]>,
  objectType: string | undefined,
): Uint8Array | string {
  const bytes = (data: Uint8Array | Iterable<string>): Uint8Array =>
    data instanceof Uint8Array ? data : Buffer.from([...data].join(""));
  const packed = out.endsWith(".gz");
  const name = packed ? out.slice(0, -3) : out;
  const made =
    format === "xes"
      ? bytes(writeXes(log.traces))
      : /\.(?:sqlite|sqlite3|db)$/.test(name)
        ? writeOcelSqlite(log.objects?.log ?? ocelOf(log.traces, objectType))
        : bytes(writeOcelJson(log.objects?.log ?? ocelOf(log.traces, objectType)));
  return packed ? gzipSync(made) : made;
}

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
