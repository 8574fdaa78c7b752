/** Floor prices, margins and greatest discounts: raise the price, or report who must approve. */
import { divide, maximum, multiply, type Rational, rational, reduce, subtract } from "#platform/rational.ts";
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

/** The guards of a product, and the highest unit price any of them asks for: above it nothing else need be looked at. */
export interface ReadyGuards {
  readonly guards: readonly ReadyGuard[];
  readonly strictestUnit: Rational | null;
  readonly anyShareOfList: boolean;
}

/** Flags come first: they judge what the seller asked for, before anything is raised. */
export function readyGuards(guards: readonly Guard[], unitCost: Rational | null): ReadyGuards {
  const ready = guards.map((guard): ReadyGuard => {
    if (guard.limit === "maxDiscountPercent") return { guard, leastUnit: null, leastShareOfList: offFactor(guard.value) };
    return { guard, leastUnit: leastUnit(guard, unitCost), leastShareOfList: null };
  });
  const units = ready.map((one) => one.leastUnit).filter((unit) => unit !== null);
  return {
    guards: [...ready.filter(({ guard }) => guard.action === "flag"), ...ready.filter(({ guard }) => guard.action === "raise")],
    strictestUnit: units.length === 0 ? null : units.reduce(maximum),
    anyShareOfList: ready.some((one) => one.leastShareOfList !== null),
  };
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

function guardsOf({ offer, unitCost }: Prepared): ReadyGuards {
  const { guards, unitCost: usual } = offer.plan;
  return unitCost === usual
    ? guards
    : readyGuards(
        guards.guards.map(({ guard }) => guard),
        unitCost,
      );
}

/** Applies every guard to one period of a draft. */
export function applyGuards(draft: Draft, findings: Finding[]): void {
  if (draft.prepared.offer.plan.guards.guards.length === 0) return;
  const { guards, strictestUnit, anyShareOfList } = guardsOf(draft.prepared);
  const hit = strictestUnit !== null && isBelow(amountOf(draft), strictestUnit, draft.quantity);
  if (hit || anyShareOfList) for (const guard of guards) applyGuard(draft, guard, findings);
}

function applyGuard(draft: Draft, { guard, leastUnit: least, leastShareOfList }: ReadyGuard, findings: Finding[]): void {
  const of = least ? draft.quantity : draft.list;
  const limit = least ?? leastShareOfList;
  const actual = amountOf(draft);
  if (!limit || !isBelow(actual, limit, of)) return;
  const required = multiply(limit, of);
  const { line } = draft.prepared;
  const segment = draft.ramp?.label ?? null;
  const { id, action } = guard;
  findings.push({ guard: id, limit: guard.limit, action, line: line.id, lineIndex: line.index, segment, required, actual });
  if (action === "raise") setTo(draft, "floor", id, required, guard.limit);
}

/** amount < limit x of, without making the product. */
const isBelow = (amount: Rational, limit: Rational, of: Rational): boolean =>
  amount.num * (limit.den * of.den) < limit.num * of.num * amount.den;
