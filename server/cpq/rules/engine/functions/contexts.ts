import { entryOf } from "../feel/names.ts";
import { type Context, isContext, isList, type List, type Value } from "../values/value.ts";
import { define } from "./define.ts";

function fromEntries(entries: List): Value | undefined {
  const made = new Map<string, Value>();
  for (const entry of entries) {
    if (!isContext(entry)) return undefined;
    const [key, value] = [entry.get("key"), entry.get("value")];
    if (typeof key !== "string" || value === undefined || made.has(key)) return undefined;
    made.set(key, value);
  }
  return made;
}

/** A copy with one entry set, however deep the path to it. */
function put(context: Value, path: List, value: Value): Value | undefined {
  const [key, ...rest] = path;
  if (!isContext(context) || typeof key !== "string") return undefined;
  if (rest.length === 0) return new Map(context).set(key, value);
  const inner = put(context.get(key) ?? null, rest, value);
  return inner === undefined ? undefined : new Map(context).set(key, inner);
}

function merge(contexts: List): Value | undefined {
  const made = new Map<string, Value>();
  for (const each of contexts) {
    if (!isContext(each)) return undefined;
    for (const [key, value] of each) made.set(key, value);
  }
  return made;
}

function get(context: Context, keys: Value): Value | undefined {
  if (typeof keys === "string") return entryOf(context, keys) ?? null;
  if (!isList(keys) || keys.length === 0) return undefined;
  let at: Value = context;
  for (const key of keys) {
    if (typeof key !== "string") return undefined;
    at = isContext(at) ? (entryOf(at, key) ?? null) : null;
  }
  return at;
}

export const contextFunctions = [
  define("get value", ["m: context, key: Any"], ([context, key]) => get(context as Context, key!)),
  define(
    "get entries",
    ["m: context"],
    ([context]) =>
      [...(context as Context)].map(
        ([key, value]) =>
          new Map<string, Value>([
            ["key", key],
            ["value", value],
          ]),
      ),
    "list",
  ),
  define("context", ["entries: list"], ([entries]) => fromEntries(entries as List), "context"),
  define(
    "context put",
    ["context: context, key: Any, value: Any|null", "context: context, keys: list, value: Any|null"],
    ([context, key, value]) =>
      isList(key!) && key.length === 0 ? undefined : put(context!, isList(key!) ? key : [key!], value!),
    "context",
  ),
  define("context merge", ["contexts: list"], ([contexts]) => merge(contexts as List), "context"),
];
