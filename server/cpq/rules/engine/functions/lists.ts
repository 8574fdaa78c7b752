import { compareValues, equals } from "../values/compare.ts";
import { type FeelNumber, truncated } from "../values/number.ts";
import { type FeelFunction, isKind, isList, type List, type Value } from "../values/value.ts";
import type { Evaluation } from "../values/evaluation.ts";
import { define } from "./define.ts";

const same = (a: Value, b: Value): boolean => equals(a, b) === true;

export function distinct(list: List): List {
  const kept: Value[] = [];
  for (const each of list) if (!kept.some((other) => same(each, other))) kept.push(each);
  return kept;
}

const flat = (list: List): Value[] => list.flatMap((each) => (isList(each) ? flat(each) : [each]));

/** The index of a FEEL position (from 1, or from the end with a minus); undefined outside of the list. */
function place(position: Value, length: number): number | undefined {
  const number = truncated(position as FeelNumber);
  if (number === null || number === 0 || Math.abs(number) > length) return undefined;
  return number > 0 ? number - 1 : length + number;
}

function sublist(list: List, start: Value, length: Value | undefined): Value | undefined {
  const from = place(start, list.length);
  if (from === undefined) return undefined;
  if (length === undefined) return list.slice(from);
  const count = truncated(length as FeelNumber);
  return count === null || count < 0 || from + count > list.length ? undefined : list.slice(from, from + count);
}

function insertBefore(list: List, position: Value, item: Value): Value | undefined {
  const at = truncated(position as FeelNumber) === list.length + 1 ? list.length : place(position, list.length);
  return at === undefined ? undefined : list.toSpliced(at, 0, item);
}

function replace(list: List, target: Value, item: Value, run: Evaluation): Value | undefined {
  if (isKind(target, "function")) {
    if (!takesTwo(target)) return undefined;
    const results = list.map((each) => target.invoke([each, item], run, 0));
    return results.every((each) => typeof each === "boolean")
      ? list.map((each, index) => (results[index] ? item : each))
      : undefined;
  }
  if (typeof target !== "number") return undefined;
  const at = place(target, list.length);
  return at === undefined ? undefined : list.with(at, item);
}

/** Stable. Without `precedes`, the natural order of the elements. */
function sorted(list: List, precedes: FeelFunction | undefined, run: Evaluation): Value | undefined {
  let unordered = false;
  const order = (a: Value, b: Value): number => {
    if (!precedes) {
      const natural = compareValues(a, b);
      if (natural === null) unordered = true;
      return natural ?? 0;
    }
    if (precedes.invoke([a, b], run, 0) === true) return -1;
    return precedes.invoke([b, a], run, 0) === true ? 1 : 0;
  };
  const result = list.toSorted(order);
  return unordered ? undefined : result;
}

const takesTwo = (value: Value | undefined): boolean =>
  isKind(value ?? null, "function") && (value as FeelFunction).signatures.some((each) => each.length === 2);

export const listFunctions = [
  define(
    "list contains",
    ["list: list, element: Any|null"],
    ([list, element]) => (list as List).some((each) => same(each, element!)),
    "boolean",
  ),
  define(
    "sublist",
    ["list: list, start position: number, length?: number"],
    ([list, start, length]) => sublist(list as List, start!, length),
    "list",
  ),
  define(
    "append",
    ["list: list|null, item...: Any|null"],
    ([list, ...items]) => (list === null ? undefined : [...(list as List), ...items]),
    "list",
  ),
  define("concatenate", ["list...: list"], (lists) => lists.flatMap((each) => [...(each as List)]), "list"),
  define(
    "insert before",
    ["list: list, position: number, newItem: Any|null"],
    ([list, at, item]) => insertBefore(list as List, at!, item!),
    "list",
  ),
  define(
    "remove",
    ["list: list, position: number"],
    ([list, position]) => {
      const at = place(position!, (list as List).length);
      return at === undefined ? undefined : (list as List).toSpliced(at, 1);
    },
    "list",
  ),
  define("reverse", ["list: list"], ([list]) => (list as List).toReversed(), "list"),
  define(
    "index of",
    ["list: list, match: Any|null"],
    ([list, match]) => (list as List).flatMap((each, index) => (same(each, match!) ? [index + 1] : [])),
    "list",
  ),
  define("union", ["list...: list"], (lists) => distinct(lists.flatMap((each) => [...(each as List)])), "list"),
  define("distinct values", ["list: list"], ([list]) => distinct(list as List), "list"),
  define("flatten", ["list: list"], ([list]) => flat(list as List), "list"),
  define(
    "list replace",
    ["list: list, position: number, newItem: Any|null", "list: list, match: function, newItem: Any|null"],
    ([list, target, item], run) => replace(list as List, target!, item!, run),
    "list",
  ),
  define(
    "sort",
    ["list: list, precedes?: function"],
    ([list, precedes], run) =>
      precedes !== undefined && !takesTwo(precedes) ? undefined : sorted(list as List, precedes as FeelFunction | undefined, run),
    "list",
  ),
];
