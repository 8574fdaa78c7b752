import { instantOf } from "./instant.ts";
import { LogError } from "./log-error.ts";
import type { LogColumns } from "./read-csv-log.ts";
import type { Attributes, AttributeValue, Trace } from "./types.ts";
import { type Tag, tagsOf } from "./xml-tags.ts";

const kinds = new Set(["string", "date", "id", "int", "float", "boolean"]);

/**
 * The cases of an XES event log (IEEE 1849, 1.0 and 2.0), events in the order of the file. An activity is `concept:name` unless
 * `columns` names other attributes; a case without a name is called by its number. Nested attributes, lists and globals are
 * passed over. Refuses (LogError) what is not well-formed, and events without activity.
 */
export async function readXes(
  parts: AsyncIterable<string> | Iterable<string>,
  columns: LogColumns = {},
  options: { keepAttributes?: boolean | undefined } = {},
): Promise<Trace[]> {
  const reader = new XesReader(columns, options.keepAttributes ?? false);
  for await (const tags of tagsOf(parts)) for (const tag of tags) reader.take(tag);
  return reader.traces;
}

class XesReader {
  readonly traces: Trace[] = [];
  #depth = 0;
  #trace: Trace | undefined;
  #traceDepth = 0;
  #event: { activity: string | undefined; time: number; line: number; attributes: Attributes } | undefined;
  #eventDepth = 0;
  readonly #keys: Required<Record<keyof LogColumns, string>>;
  readonly #keep: boolean;

  constructor(columns: LogColumns, keep: boolean) {
    this.#keys = {
      case: columns.case ?? "concept:name",
      activity: columns.activity ?? "concept:name",
      time: columns.time ?? "time:timestamp",
    };
    this.#keep = keep;
  }

  take(tag: Tag): void {
    if (this.#depth === 0 && tag.kind !== "close" && tag.name !== "log")
      throw new LogError(tag.line, `this is no event log: it begins with <${tag.name}>, not with <log>`);
    if (tag.kind !== "close") this.#begin(tag);
    if (tag.kind === "open") this.#depth += 1;
    if (tag.kind === "close") this.#depth -= 1;
    if (tag.kind !== "open") this.#end();
  }

  #begin(tag: Tag): void {
    if (tag.name === "trace" && this.#depth === 1) {
      this.#trace = { case: String(this.traces.length + 1), activities: [], times: [] };
      if (this.#keep) Object.assign(this.#trace, { attributes: {}, eventAttributes: [] });
      this.#traceDepth = this.#depth;
    } else if (tag.name === "event" && this.#trace && this.#depth === this.#traceDepth + 1) {
      this.#event = { activity: undefined, time: Number.NaN, line: tag.line, attributes: {} };
      this.#eventDepth = this.#depth;
    } else if (this.#event ? this.#depth === this.#eventDepth + 1 : this.#trace && this.#depth === this.#traceDepth + 1) {
      this.#attribute(tag);
    } else if (tag.name === "event" && this.#depth === 1) {
      throw new LogError(tag.line, "an <event> outside any <trace>, so its case is unknown");
    } else if (this.#depth === 1 && (tag.name === "events" || tag.name === "object-types")) {
      throw new LogError(tag.line, "this is OCEL as XML, which is not read here; give it as OCEL JSON or SQLite");
    }
  }

  #attribute(tag: Tag): void {
    if (!kinds.has(tag.name)) return;
    const { key, value } = tag;
    if (key === undefined || value === undefined) throw new LogError(tag.line, `<${tag.name}> needs a key and a value`);
    if (!this.#event) {
      if (key === this.#keys.case) this.#trace!.case = value;
      else if (this.#keep) this.#trace!.attributes![key] = typed(tag, value);
    } else if (key === this.#keys.activity) this.#event.activity = value;
    else if (key === this.#keys.time) this.#event.time = instant(tag, value);
    else if (this.#keep) this.#event.attributes[key] = typed(tag, value);
  }

  #end(): void {
    if (this.#event && this.#depth === this.#eventDepth) {
      if (!this.#event.activity)
        throw new LogError(this.#event.line, `the event has no ${this.#keys.activity}, so its activity is unknown`);
      this.#trace!.activities.push(this.#event.activity);
      this.#trace!.times.push(this.#event.time);
      this.#trace!.eventAttributes?.push(this.#event.attributes);
      this.#event = undefined;
    } else if (this.#trace && this.#depth === this.#traceDepth) {
      this.traces.push(this.#trace);
      this.#trace = undefined;
    }
  }
}

function instant(tag: Tag, value: string): number {
  const time = instantOf(value.trim());
  if (Number.isNaN(time)) throw new LogError(tag.line, `"${value.slice(0, 60)}" is no date and time`);
  return time;
}

function typed(tag: Tag, value: string): AttributeValue {
  if (tag.name === "date") return new Date(instant(tag, value));
  if (tag.name === "boolean") {
    if (!/^(?:true|false|1|0)$/i.test(value)) throw new LogError(tag.line, `"${value.slice(0, 60)}" is neither true nor false`);
    return /^(?:true|1)$/i.test(value);
  }
  if (tag.name !== "int" && tag.name !== "float") return value;
  const number = value.trim() === "" ? Number.NaN : Number(value);
  if (Number.isNaN(number) && value !== "NaN") throw new LogError(tag.line, `"${value.slice(0, 60)}" is no number`);
  // Whole numbers beyond 2^53 (identifiers, mostly) stay as they are written rather than lose digits.
  return Number.isFinite(number) && (tag.name === "float" || Number.isSafeInteger(number)) ? number : value;
}
