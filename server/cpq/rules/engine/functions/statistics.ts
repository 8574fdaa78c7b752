/** Functions over lists of numbers (or of anything with an order). Each takes a list, or the elements themselves. */
import { compareValues } from "../values/compare.ts";
import { add, compareNumbers, divide, exact, Exact, type FeelNumber, isNumber, multiply, settle } from "../values/number.ts";
import type { List, Value } from "../values/value.ts";
import { calculate } from "../feel/operators.ts";
import { define } from "./define.ts";

/** Over a list, or over the arguments themselves; a single null is a list that is missing. */
function over(name: string, body: (elements: List) => Value | undefined, result = "number") {
  const only = (args: List): boolean => args.length === 1 && args[0] === null;
  return define(
    name,
    ["list: list", "n...: Any|null"],
    (args, _, signature) => (signature === 0 ? body(args[0] as List) : only(args) ? undefined : body(args)),
    result,
  );
}

const numbers = (elements: List): FeelNumber[] | null => (elements.every(isNumber) ? (elements as FeelNumber[]) : null);

function extreme(elements: List, wanted: 1 | -1): Value | undefined {
  let best: Value | undefined;
  for (const each of elements) {
    if (best === undefined) {
      if (compareValues(each, each) === null) return undefined;
      best = each;
      continue;
    }
    const order = compareValues(each, best);
    if (order === null) return undefined;
    if (order * wanted > 0) best = each;
  }
  return best;
}

function folded(elements: List, start: FeelNumber, step: (a: FeelNumber, b: FeelNumber) => FeelNumber | null): Value | undefined {
  const all = numbers(elements);
  if (!all || all.length === 0) return undefined;
  let result: FeelNumber | null = start;
  for (const each of all) if (result !== null) result = step(result, each);
  return result ?? undefined;
}

/** Numbers, or durations of one kind. */
function sum(elements: List): Value | undefined {
  if (numbers(elements)) return folded(elements, 0, add);
  let total: Value | undefined = elements[0];
  for (const each of elements.slice(1))
    total = total === undefined || typeof total === "string" ? undefined : (calculate("+", total, each) ?? undefined);
  return typeof total === "object" && total !== null && "kind" in total && total.kind.endsWith("duration") ? total : undefined;
}

function mean(elements: List): Value | undefined {
  const total = folded(elements, 0, add);
  return isNumber(total) ? (divide(total, elements.length) ?? undefined) : undefined;
}

function median(elements: List): Value | undefined {
  const sorted = numbers(elements)?.toSorted(compareNumbers);
  if (!sorted || sorted.length === 0) return undefined;
  const middle = sorted.length >> 1;
  if (sorted.length % 2 === 1) return sorted[middle];
  return (
    settle(
      exact(sorted[middle - 1]!)
        .plus(exact(sorted[middle]!))
        .div(2),
    ) ?? undefined
  );
}

/** Of a sample: divided by n - 1. */
function deviation(elements: List): Value | undefined {
  const all = numbers(elements);
  if (!all || all.length < 2) return undefined;
  const center = all.reduce<Exact>((total, each) => total.plus(exact(each)), new Exact(0)).div(all.length);
  const squares = all.reduce<Exact>((total, each) => total.plus(exact(each).minus(center).pow(2)), new Exact(0));
  return settle(squares.div(all.length - 1).sqrt()) ?? undefined;
}

/** The most frequent numbers, ascending. */
function modes(elements: List): Value | undefined {
  const sorted = numbers(elements)?.toSorted(compareNumbers);
  if (!sorted) return undefined;
  const counts: { value: FeelNumber; times: number }[] = [];
  for (const value of sorted) {
    const last = counts.at(-1);
    if (last && compareNumbers(last.value, value) === 0) last.times++;
    else counts.push({ value, times: 1 });
  }
  const most = Math.max(...counts.map(({ times }) => times));
  return counts.filter(({ times }) => times === most).map(({ value }) => value);
}

const orNull = (body: (elements: List) => Value | undefined) => (elements: List) =>
  elements.length === 0 ? null : body(elements);

export const statisticFunctions = [
  over("count", (elements) => elements.length),
  over(
    "min",
    orNull((elements) => extreme(elements, -1)),
    "Any",
  ),
  over(
    "max",
    orNull((elements) => extreme(elements, 1)),
    "Any",
  ),
  over("sum", orNull(sum), "Any"),
  over(
    "product",
    orNull((elements) => folded(elements, 1, multiply)),
  ),
  over("mean", orNull(mean)),
  over("median", orNull(median)),
  over("stddev", orNull(deviation)),
  over("mode", modes, "list"),
];
