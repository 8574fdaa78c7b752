import { LogError } from "./log-error.ts";
import type { Trace } from "./types.ts";
import { type Tag, tagsOf } from "./xml-tags.ts";

const nameKey = "concept:name";
const timeKey = "time:timestamp";

/**
 * The cases of an XES event log (IEEE 1849, 1.0 and 2.0), events in the order of the file. An activity is `concept:name`;
 * a case without a name is called by its number. Refuses (LogError) what is not well-formed, and events without activity.
 */
export async function readXes(parts: AsyncIterable<string> | Iterable<string>): Promise<Trace[]> {
  const reader = new XesReader();
  for await (const tags of tagsOf(parts)) for (const tag of tags) reader.take(tag);
  return reader.traces;
}

class XesReader {
  readonly traces: Trace[] = [];
  #depth = 0;
  #trace: Trace | undefined;
  #traceDepth = 0;
  #event: { activity: string | undefined; time: number; line: number } | undefined;
  #eventDepth = 0;

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
      this.#traceDepth = this.#depth;
    } else if (tag.name === "event" && this.#trace && this.#depth === this.#traceDepth + 1) {
      this.#event = { activity: undefined, time: Number.NaN, line: tag.line };
      this.#eventDepth = this.#depth;
    } else if (this.#event ? this.#depth === this.#eventDepth + 1 : this.#trace && this.#depth === this.#traceDepth + 1) {
      this.#attribute(tag);
    } else if (tag.name === "event" && this.#depth === 1) {
      throw new LogError(tag.line, "an <event> outside any <trace>");
    }
  }

  #attribute(tag: Tag): void {
    if (tag.name !== "string" && tag.name !== "date" && tag.name !== "id" && tag.name !== "int") return;
    const attributes = tag.attributes();
    const key = attributes.get("key");
    const value = attributes.get("value");
    if (key === undefined || value === undefined) throw new LogError(tag.line, `<${tag.name}> needs a key and a value`);
    if (key === nameKey) {
      if (this.#event) this.#event.activity = value;
      else if (this.#trace) this.#trace.case = value;
    } else if (key === timeKey && this.#event) {
      this.#event.time = Date.parse(value);
      if (Number.isNaN(this.#event.time)) throw new LogError(tag.line, `"${value.slice(0, 60)}" is no date and time`);
    }
  }

  #end(): void {
    if (this.#event && this.#depth === this.#eventDepth) {
      if (!this.#event.activity) throw new LogError(this.#event.line, `the event has no ${nameKey}, so its activity is unknown`);
      this.#trace!.activities.push(this.#event.activity);
      this.#trace!.times.push(this.#event.time);
      this.#event = undefined;
    } else if (this.#trace && this.#depth === this.#traceDepth) {
      this.traces.push(this.#trace);
      this.#trace = undefined;
    }
  }
}
