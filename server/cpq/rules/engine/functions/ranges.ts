/** Relations between points and ranges (DMN 10.3.4.10). A null end of a range is without limit. */
import { compareValues, equals, within } from "../values/compare.ts";
import { type FeelRange, isKind, type Value } from "../values/value.ts";
import { define } from "./define.ts";

class Incomparable extends Error {}

/** A limit between values: just below, at, or just above a value; null is without limit on its side. */
interface Limit {
  value: Value;
  side: "start" | "end";
  nudge: -1 | 0 | 1;
}
const startOf = (range: FeelRange): Limit => ({ value: range.start, side: "start", nudge: range.startIncluded ? 0 : 1 });
const endOf = (range: FeelRange): Limit => ({ value: range.end, side: "end", nudge: range.endIncluded ? 0 : -1 });

/** Order of two limits by value alone. */
function order(a: Limit, b: Limit): number {
  if (a.value === null || b.value === null) {
    const rank = (limit: Limit) => (limit.value === null ? (limit.side === "start" ? -1 : 1) : 0);
    return rank(a) - rank(b);
  }
  const found = compareValues(a.value, b.value);
  if (found === null) throw new Incomparable();
  return found;
}
const nudged = (a: Limit, b: Limit): number => order(a, b) || a.nudge - b.nudge;
const point = (value: Value): Limit => ({ value, side: "start", nudge: 0 });

const asRange = (value: Value): FeelRange =>
  isKind(value, "range") ? value : { kind: "range", start: value, startIncluded: true, end: value, endIncluded: true };

const before = (a: FeelRange, b: FeelRange): boolean =>
  nudged(endOf(a), startOf(b)) < 0 || (order(endOf(a), startOf(b)) === 0 && !(a.endIncluded && b.startIncluded));
const meets = (a: FeelRange, b: FeelRange): boolean => a.endIncluded && b.startIncluded && order(endOf(a), startOf(b)) === 0;
const reaches = (a: FeelRange, b: FeelRange): boolean => {
  const found = order(endOf(a), startOf(b));
  return found > 0 || (found === 0 && a.endIncluded && b.startIncluded);
};
const overlaps = (a: FeelRange, b: FeelRange): boolean => reaches(a, b) && reaches(b, a);
const overlapsBefore = (a: FeelRange, b: FeelRange): boolean =>
  nudged(startOf(a), startOf(b)) < 0 && reaches(a, b) && nudged(endOf(a), endOf(b)) <= 0;
const includes = (a: FeelRange, b: FeelRange): boolean => nudged(startOf(a), startOf(b)) <= 0 && nudged(endOf(a), endOf(b)) >= 0;
const starts = (a: FeelRange, b: FeelRange): boolean => nudged(startOf(a), startOf(b)) === 0 && nudged(endOf(a), endOf(b)) <= 0;
const finishes = (a: FeelRange, b: FeelRange): boolean => nudged(endOf(a), endOf(b)) === 0 && nudged(startOf(a), startOf(b)) >= 0;

type Relation = (a: Value, b: Value) => boolean | null | undefined;

const ranges =
  (relation: (a: FeelRange, b: FeelRange) => boolean): Relation =>
  (a, b) =>
    isKind(a, "range") && isKind(b, "range") ? relation(a, b) : undefined;

const swapped =
  (relation: Relation): Relation =>
  (a, b) =>
    relation(b, a);

const precedes: Relation = (a, b) => {
  if (!isKind(a, "range") && !isKind(b, "range")) return order(point(a), point(b)) < 0;
  return before(asRange(a), asRange(b));
};
/** Of a point in a range or a range in a range; two points are none of these. */
const inner =
  (ofRanges: (a: FeelRange, b: FeelRange) => boolean, ofPoint: (value: Value, range: FeelRange) => boolean | null): Relation =>
  (a, b) => {
    if (!isKind(b, "range")) return undefined;
    return isKind(a, "range") ? ofRanges(a, b) : ofPoint(a, b);
  };

const isDuring = inner(
  (a, b) => includes(b, a),
  (value, range) => within(value, range) ?? null,
);
const isStart = inner(starts, (value, range) => order(point(value), startOf(range)) === 0 && range.startIncluded);
const isFinish = inner(finishes, (value, range) => order(point(value), endOf(range)) === 0 && range.endIncluded);
const coincides: Relation = (a, b) => (isKind(a, "range") === isKind(b, "range") ? equals(a, b) : undefined);

const points = "point1: Any, point2: Any";
const pointIn = "point: Any, range: Any";
const rangeHas = "range: Any, point: Any";
const two = "range1: Any, range2: Any";

const relate = (name: string, signatures: string[], relation: Relation) =>
  define(
    name,
    signatures,
    ([a, b]) => {
      try {
        return relation(a!, b!) ?? undefined;
      } catch (error) {
        if (!(error instanceof Incomparable)) throw error;
        return undefined;
      }
    },
    "boolean",
  );

export const rangeFunctions = [
  relate("before", [points, pointIn, rangeHas, two], precedes),
  relate("after", [points, pointIn, rangeHas, two], swapped(precedes)),
  relate("meets", [two], ranges(meets)),
  relate("met by", [two], swapped(ranges(meets))),
  relate("overlaps", [two], ranges(overlaps)),
  relate("overlaps before", [two], ranges(overlapsBefore)),
  relate("overlaps after", [two], swapped(ranges(overlapsBefore))),
  relate("during", [pointIn, two], isDuring),
  relate("includes", [rangeHas, two], swapped(isDuring)),
  relate("starts", [pointIn, two], isStart),
  relate("started by", [rangeHas, two], swapped(isStart)),
  relate("finishes", [pointIn, two], isFinish),
  relate("finished by", [rangeHas, two], swapped(isFinish)),
  relate("coincides", [points, two], coincides),
];
