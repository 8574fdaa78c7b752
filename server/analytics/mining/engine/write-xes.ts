import type { Attributes, AttributeValue, Trace } from "./types.ts";

const extensions = [
  ["Concept", "concept"],
  ["Time", "time"],
] as const;

/** XES (IEEE 1849-2016) of cases, in parts to be written one after another. Events without time keep none. */
export function* writeXes(traces: Iterable<Trace>): Generator<string> {
  yield xesHead();
  for (const trace of traces) yield xesCase(trace);
  yield xesEnd;
}

/** What an XES file begins with. */
export const xesHead = (): string =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<log xes.version="1849-2016" xes.features="" xmlns="http://www.xes-standard.org/">',
    ...extensions.map(
      ([name, prefix]) => `\t<extension name="${name}" prefix="${prefix}" uri="http://www.xes-standard.org/${prefix}.xesext"/>`,
    ),
    '\t<global scope="trace">\n\t\t<string key="concept:name" value=""/>\n\t</global>',
    '\t<global scope="event">\n\t\t<string key="concept:name" value=""/>\n\t</global>',
    '\t<classifier name="Activity" scope="event" keys="concept:name"/>\n',
  ].join("\n");
/** What it ends with. */
export const xesEnd = "</log>\n";

/** One case of an XES file. */
export function xesCase(trace: Trace): string {
  const events = trace.activities.map((activity, index) => {
    const time = trace.times[index]!;
    const own = { ...trace.eventAttributes?.[index] };
    const named: Attributes = { "concept:name": activity };
    if (!Number.isNaN(time)) named["time:timestamp"] = new Date(time);
    return `\t\t<event>\n${lines({ ...own, ...named }, "\t\t\t")}\t\t</event>\n`;
  });
  return `\t<trace>\n${lines({ ...trace.attributes, "concept:name": trace.case }, "\t\t")}${events.join("")}\t</trace>\n`;
}

const lines = (attributes: Attributes, indent: string): string =>
  Object.entries(attributes)
    .map(([key, value]) => `${indent}<${kindOf(value)} key="${escaped(key)}" value="${escaped(textOf(value))}"/>\n`)
    .join("");

function kindOf(value: AttributeValue): string {
  if (value instanceof Date) return "date";
  if (typeof value === "boolean") return "boolean";
  if (typeof value === "number") return Number.isSafeInteger(value) ? "int" : "float";
  return "string";
}
const textOf = (value: AttributeValue): string => (value instanceof Date ? value.toISOString() : String(value));

const marks: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\n": "&#10;",
  "\r": "&#13;",
  "\t": "&#9;",
};
/** What XML 1.0 cannot hold (control characters, half characters) becomes U+FFFD. */
const escaped = (text: string): string =>
  text
    .toWellFormed()
    // oxlint-disable-next-line no-control-regex
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "\ufffd")
    .replace(/[&<>"\n\r\t]/g, (mark) => marks[mark]!);
