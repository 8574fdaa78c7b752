/** Floor prices, margins and greatest discounts: raise the price, or report who must approve. */
import { divide, multiply, type Rational, rational, reduce, subtract } from "#platform/rational.ts";
import type { Guard } from "./case.ts";
import { offFactor } from "./discounts.ts";
import { amountOf, setTo } from "./moves.ts";
import type { Finding } from "./priced.ts";
import type { Draft, Prepared } from "./waterfall.ts";

const hundred = rational(100n);

/** A guard with the least price of one unit it allows, where that does not depend on the quantity. */
export interface ReadyGuard {
  readonly guard: Guard;
  readonly leastUnit: Rational | null;
  readonly leastShareOfList: Rational | null;
}

/** Flags come first: they judge what the seller asked for, before anything is raised. */
export function readyGuards(guards: readonly Guard[], unitCost: Rational | null): ReadyGuard[] {
  const ready = guards.map((guard): ReadyGuard => {
    if (guard.limit === "maxDiscountPercent") return { guard, leastUnit: null, leastShareOfList: offFactor(guard.value) };
    return { guard, leastUnit: leastUnit(guard, unitCost), leastShareOfList: null };
  });
  return [...ready.filter(({ guard }) => guard.action === "flag"), ...ready.filter(({ guard }) => guard.action === "raise")];
}

/** The least price of one unit; null when the guard needs a cost and there is none. */
function leastUnit(guard: Guard, unitCost: Rational | null): Rational | null {
  if (guard.limit === "floorPrice") return guard.value;
  if (!unitCost) return null;
  const exact =
    guard.limit === "minMarginPercent"
      ? divide(multiply(unitCost, hundred), subtract(hundred, guard.value))
      : divide(multiply(unitCost, { num: 100n * guard.value.den + guard.value.num, den: guard.value.den }), hundred);
  return reduce(exact);
}

const guardsOf = (prepared: Prepared): readonly ReadyGuard[] =>
  prepared.unitCost === prepared.offer.plan.unitCost
    ? prepared.offer.plan.guards
    : readyGuards(
        prepared.offer.plan.guards.map(({ guard }) => guard),
        prepared.unitCost,
      );

/** Applies every guard to one period of a draft. */
export function applyGuards(draft: Draft, findings: Finding[]): void {
  if (draft.prepared.offer.plan.guards.length === 0) return;
  for (const { guard, leastUnit: least, leastShareOfList } of guardsOf(draft.prepared)) {
    const of = least ? draft.quantity : draft.list;
    const limit = least ?? leastShareOfList;
    const actual = amountOf(draft);
    if (!limit || !isBelow(actual, limit, of)) continue;
    const required = multiply(limit, of);
    const { line } = draft.prepared;
    const { id, action } = guard;
    const segment = draft.ramp?.label ?? null;
    findings.push({ guard: id, limit: guard.limit, action, line: line.id, lineIndex: line.index, segment, required, actual });
    if (action === "raise") setTo(draft, "floor", id, required, guard.limit);
  }
}

/** amount < limit x of, without making the product. */
const isBelow = (amount: Rational, limit: Rational, of: Rational): boolean =>
  amount.num * (limit.den * of.den) < limit.num * of.num * amount.den;
