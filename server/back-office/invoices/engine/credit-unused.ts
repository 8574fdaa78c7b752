import { add, minimum, one, type Rational, zero } from "#platform/rational.ts";
import { roundToInteger } from "#platform/rounding.ts";

/**
 * What is given back for the unused part of a line: round(net x unused share), rounded cumulatively over several credits of
 * one line, and never more than what the customer was really billed for it (net less all credits and adjustments so far).
 * `net`: the line after its discounts. `before`: share of the line credited already. Returns a positive amount.
 * creditUnused({ net: 24_995n, share: 30/31, given: 1_000n }) -> due 24_189n, capped to 23_995n.
 */
export function creditUnused(line: { net: bigint; share: Rational; before?: Rational; given: bigint }): {
  due: bigint;
  credit: bigint;
} {
  const before = line.before ?? zero;
  const upTo = minimum(one, add(before, line.share));
  const portion = (share: Rational): bigint => roundToInteger({ num: line.net * share.num, den: share.den });
  const due = portion(upTo) - portion(minimum(one, before));
  const left = line.net - line.given;
  const credit = due < left ? due : left;
  return { due, credit: credit > 0n ? credit : 0n };
}
