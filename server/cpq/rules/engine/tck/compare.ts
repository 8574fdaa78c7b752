import { equals, isSame } from "../values/compare.ts";
import { compareNumbers, exact, isNumber } from "../values/number.ts";
import { isContext, isKind, isList, type Value } from "../values/value.ts";

/** The kit writes irrational results with seven decimals and more: there they may differ by less than the eighth, and nowhere else. */
const closeness = "0.00000001";

/** Whether an answer is the expected one. */
export function agrees(actual: Value, expected: Value): boolean {
  if (isNumber(actual) && isNumber(expected)) {
    if (compareNumbers(actual, expected) === 0) return true;
    return exact(expected).decimalPlaces() >= 7 && exact(actual).minus(exact(expected)).abs().lt(closeness);
  }
  if (isList(actual) && isList(expected))
    return actual.length === expected.length && actual.every((each, index) => agrees(each, expected[index]!));
  if (isContext(actual) && isContext(expected))
    return (
      actual.size === expected.size && [...expected].every(([key, value]) => actual.has(key) && agrees(actual.get(key)!, value))
    );
  if (isKind(actual, "time") || isKind(actual, "date and time"))
    return isSame(actual, expected) || equals(actual, expected) === true;
  return isSame(actual, expected);
}
