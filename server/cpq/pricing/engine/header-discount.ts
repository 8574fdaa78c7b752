/** The discount on the whole document, spread over its lines to the last cent. */
import { allocate } from "#platform/allocate.ts";
import { roundToInteger } from "#platform/rounding.ts";
import type { PriceCase } from "./case.ts";
import { amountOf } from "./moves.ts";
import { type Draft, takeHeaderShare, wholeFactor, wholeMinor } from "./waterfall.ts";

/** Ids are compared as people read them: "2" before "10". */
const before = (a: string, b: string): boolean => (a.length === b.length ? a < b : a.length < b.length);
const natural = (a: Draft, b: Draft): number => {
  const [left, right] = [a.prepared.line.id, b.prepared.line.id];
  return left === right ? 0 : before(left, right) ? -1 : 1;
};

/**
 * Takes the header discount off the drafts and returns it in minor units. The whole discount is rounded once, then shared
 * by largest remainder in proportion to what each segment costs over its term; on a tie the lower line id gets the cent,
 * so the order of the lines never matters. Throws RangeError when the amount is more than the lines cost.
 */
export function applyHeaderDiscount(priceCase: PriceCase, drafts: readonly Draft[], scale: bigint): bigint {
  const header = priceCase.headerDiscount;
  if (!header) return 0n;
  let eligible = drafts.filter((draft) => !draft.prepared.line.noHeaderDiscount);
  if (eligible.some((draft, i) => i > 0 && natural(eligible[i - 1]!, draft) > 0)) eligible = eligible.toSorted(natural);
  const weights = eligible.map((draft) => wholeMinor(amountOf(draft), wholeFactor(draft), priceCase, scale));
  const whole = weights.reduce((sum, weight) => sum + weight, 0n);
  const discount = header.percent
    ? roundToInteger({ num: whole * header.percent.num, den: header.percent.den * 100n }, priceCase.policy)
    : (header.amountMinor ?? 0n);
  if (discount > whole) throw new RangeError("must not be more than the lines it is taken from cost");
  if (discount === 0n) return 0n;
  const shares = allocate(discount, weights);
  for (let i = 0; i < eligible.length; i += 1) takeHeaderShare(eligible[i]!, header.rule, shares[i]!, scale);
  return discount;
}
