import { stringLiteral } from "../feel/string-literal.ts";
import { parseNumber } from "../values/number.ts";
import { parseAtLiteral, parseDate, parseDateTime, parseDuration, parseTime } from "../values/parse-temporal.ts";
import type { FeelRange, Value } from "../values/value.ts";

const makers: Record<string, (text: string) => Value> = {
  date: parseDate,
  time: parseTime,
  "date and time": parseDateTime,
  duration: parseDuration,
};

/** `[1..3)` and its like, with literal ends only: numbers, texts, @"..." or date("..."). Null when it is none. */
export function parseRangeText(text: string): FeelRange | null {
  const parts = /^\s*([[(\]])(.*)([\])[])\s*$/s.exec(text);
  const inner = parts?.[2] ?? "";
  const at = separator(inner);
  if (!parts || at < 0) return null;
  const [start, end] = [endpoint(inner.slice(0, at)), endpoint(inner.slice(at + 2))];
  if (start === undefined || end === undefined) return null;
  return { kind: "range", start, startIncluded: parts[1] === "[", end, endIncluded: parts[3] === "]" };
}

/** Where the two points stand, outside of quotes. */
function separator(text: string): number {
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === "\\") at++;
    else if (text[at] === '"') quoted = !quoted;
    else if (!quoted && text.startsWith("..", at)) return at;
  }
  return -1;
}

function endpoint(written: string): Value | undefined {
  const text = written.trim();
  if (text === "null") return null;
  const isString = /^"(?:[^"\\]|\\.)*"$/;
  if (isString.test(text)) return stringLiteral(text);
  const at = /^@\s*(".*")$/.exec(text);
  if (at?.[1] && isString.test(at[1])) return parseAtLiteral(stringLiteral(at[1])) ?? undefined;
  const call = /^(date and time|date|time|duration)\s*\(\s*(".*")\s*\)$/.exec(text);
  if (call?.[2] && isString.test(call[2])) return makers[call[1]!]?.(stringLiteral(call[2])) ?? undefined;
  return parseNumber(text) ?? undefined;
}
