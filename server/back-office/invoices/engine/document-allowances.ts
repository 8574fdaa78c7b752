import { allocate } from "#platform/allocate.ts";
import { percentOf } from "#platform/money.ts";
import type { VatTreatment } from "./types.ts";
import { basesOf, vatKey } from "./vat-breakdown.ts";

/** A reduction (or an extra) on the whole document: an amount in minor units, or a percentage of the line total. */
export interface DocumentAllowance {
  readonly reason: string;
  readonly amount?: bigint;
  readonly percent?: string;
  /** The category it belongs to; without it the amount is spread over the categories by their line totals. */
  readonly vat?: VatTreatment;
}

/** One allowance or charge in one VAT category (BG-20, BG-21). */
export interface SpreadAllowance {
  readonly reason: string;
  readonly amount: bigint;
  readonly vat: VatTreatment;
}

/**
 * Puts each allowance into VAT categories. A percentage is rounded once on its base, then spread by largest remainder, so
 * the parts add up to what the customer was promised. Throws RangeError when there is neither amount nor percent.
 */
export function spreadAllowances(
  allowances: readonly DocumentAllowance[],
  lines: readonly { readonly net: bigint; readonly vat: VatTreatment }[],
): SpreadAllowance[] {
  const bases = [...basesOf(lines)];
  return allowances.flatMap(({ reason, amount, percent, vat }) => {
    const own = vat ? bases.filter(([key]) => key === vatKey(vat)) : bases;
    const base = own.reduce((sum, [, entry]) => sum + entry.base, 0n);
    const whole = amount ?? (percent === undefined ? undefined : percentOf(base, percent));
    if (whole === undefined) throw new RangeError(`allowance "${reason}" needs an amount or a percent`);
    if (whole === 0n) return [];
    if (vat) return [{ reason, amount: whole, vat }];
    const sized = own.filter(([, entry]) => entry.base !== 0n && entry.base < 0n === base < 0n);
    if (sized.length === 0) throw new RangeError(`allowance "${reason}" has no line to apply to; name its VAT category`);
    const parts = allocate(
      whole,
      sized.map(([, entry]) => (entry.base < 0n ? -entry.base : entry.base)),
    );
    return sized
      .map(([, entry], index) => ({ reason, amount: parts[index]!, vat: entry.vat }))
      .filter((part) => part.amount !== 0n);
  });
}
