/** Text functions; positions and lengths count characters of Unicode, not halves of them. */
import { type FeelNumber, truncated } from "../values/number.ts";
import { isList, type List, type Value } from "../values/value.ts";
import { define } from "./define.ts";
import { compilePattern } from "./regex.ts";
import { replaceAllBy } from "./regex-replace.ts";

function substring(text: string, start: Value, length: Value | undefined): Value | undefined {
  const characters = Array.from(text);
  const from = truncated(start as FeelNumber);
  if (from === null || from === 0 || Math.abs(from) > characters.length) return undefined;
  const at = from > 0 ? from - 1 : characters.length + from;
  if (length === undefined || length === null) return characters.slice(at).join("");
  const count = truncated(length as FeelNumber);
  return count === null || count < 1 ? undefined : characters.slice(at, at + count).join("");
}

function before(text: string, match: string): string {
  const at = text.indexOf(match);
  return at < 0 ? "" : text.slice(0, at);
}

function after(text: string, match: string): string {
  const at = text.indexOf(match);
  return at < 0 ? "" : text.slice(at + match.length);
}

/** Null elements are left out; anything else that is no text is an error. */
function join(list: List, delimiter: string, prefix = "", suffix = ""): Value | undefined {
  const texts = list.filter((each) => each !== null);
  return texts.every((each) => typeof each === "string") ? prefix + texts.join(delimiter) + suffix : undefined;
}

function split(text: string, pattern: string): Value | undefined {
  const expression = compilePattern(pattern, "");
  if (!expression) return undefined;
  const parts: string[] = [];
  let from = 0;
  for (const match of text.matchAll(new RegExp(expression.source, `${expression.flags}g`))) {
    if (match[0] === "" && (match.index === 0 || match.index === text.length)) continue;
    parts.push(text.slice(from, match.index));
    from = match.index + match[0].length;
  }
  return [...parts, text.slice(from)];
}

const two = (second: string) => [`string: string, ${second}: string`];
const text = (value: Value | undefined): string => value as string;

export const stringFunctions = [
  define(
    "substring",
    ["string: string, start position: number, length?: number|null"],
    ([string, start, length]) => substring(text(string), start!, length),
    "string",
  ),
  define("string length", ["string: string"], ([string]) => Array.from(text(string)).length, "number"),
  define("upper case", ["string: string"], ([string]) => text(string).toUpperCase(), "string"),
  define("lower case", ["string: string"], ([string]) => text(string).toLowerCase(), "string"),
  define("substring before", two("match"), ([string, match]) => before(text(string), text(match)), "string"),
  define("substring after", two("match"), ([string, match]) => after(text(string), text(match)), "string"),
  define("contains", two("match"), ([string, match]) => text(string).includes(text(match)), "boolean"),
  define("starts with", two("match"), ([string, match]) => text(string).startsWith(text(match)), "boolean"),
  define("ends with", two("match"), ([string, match]) => text(string).endsWith(text(match)), "boolean"),
  define(
    "matches",
    ["input: string, pattern: string, flags?: string|null"],
    ([input, pattern, flags]) => compilePattern(text(pattern), text(flags ?? ""))?.test(text(input)),
    "boolean",
  ),
  define(
    "replace",
    ["input: string, pattern: string, replacement: string, flags?: string|null"],
    ([input, pattern, replacement, flags]) => replaceAllBy(text(input), text(pattern), text(replacement), text(flags ?? "")),
    "string",
  ),
  define("split", two("delimiter"), ([string, delimiter]) => split(text(string), text(delimiter)), "list"),
  define(
    "string join",
    ["list: list, delimiter?: string|null", "list: list, delimiter: string|null, prefix: string|null, suffix: string|null"],
    ([list, delimiter, prefix, suffix]) =>
      isList(list!) ? join(list, text(delimiter ?? ""), text(prefix ?? ""), text(suffix ?? "")) : undefined,
    "string",
  ),
];
