import { compare, parseDecimal } from "#platform/rational.ts";
import { roundToInteger } from "#platform/rounding.ts";
import type { VatTreatment } from "./types.ts";

/** One category and rate of a document (BG-23): VAT = round(base x rate / 100), once. */
export interface VatTotal extends VatTreatment {
  readonly base: bigint;
  readonly amount: bigint;
}

/** "S 20" and "S 20.0" are one category. */
export function vatKey(vat: VatTreatment): string {
  const rate = parseDecimal(vat.rate);
  return `${vat.category} ${Number(rate.num) / Number(rate.den)}`;
}

/** Adds amounts up per category and rate, in the order they first appear. */
export function basesOf(
  amounts: readonly { readonly net: bigint; readonly vat: VatTreatment }[],
): Map<string, { vat: VatTreatment; base: bigint }> {
  const bases = new Map<string, { vat: VatTreatment; base: bigint }>();
  for (const { net, vat } of amounts) {
    const key = vatKey(vat);
    const known = bases.get(key);
    if (known) known.base += net;
    else bases.set(key, { vat, base: net });
  }
  return bases;
}

/**
 * The VAT breakdown of a document, rounded half away from zero once per category. `billed`: for a credit note, what the
 * invoices it corrects still hold per category (billed less credited before); VAT never exceeds it, and the note that gives
 * back the last of a base gives back the last of its VAT, so that notes in several parts end at zero to the cent.
 */
export function vatBreakdown(
  amounts: readonly { readonly net: bigint; readonly vat: VatTreatment }[],
  billed: readonly VatTotal[] = [],
): VatTotal[] {
  const left = new Map(billed.map((total) => [vatKey(total), total]));
  return [...basesOf(amounts)].map(([key, { vat, base }]) => {
    const rate = parseDecimal(vat.rate);
    const exact = roundToInteger({ num: base * rate.num, den: rate.den * 100n });
    const limit = left.get(key);
    if (!limit) return { ...vat, base, amount: exact };
    const amount = base >= limit.base || exact > limit.amount ? limit.amount : exact;
    return { ...vat, base, amount };
  });
}

/** True when a category's rate must be zero (everything but S, L and M). */
export const mustBeZero = (category: string): boolean => !["S", "L", "M"].includes(category);

/** Refuses a treatment no invoice may carry; returns the complaint, or null. */
export function vatFault(vat: VatTreatment): string | null {
  if (!/^(S|Z|E|AE|K|G|O|L|M)$/.test(vat.category))
    return `"${vat.category}" is not a VAT category; use S, Z, E, AE, K, G, O, L or M`;
  const rate = parseDecimal(vat.rate);
  if (rate.num < 0n || compare(rate, { num: 100n, den: 1n }) > 0) return `a VAT rate of ${vat.rate} % is not between 0 and 100`;
  if (mustBeZero(vat.category) && rate.num !== 0n) return `category ${vat.category} carries no VAT: its rate must be "0"`;
  return null;
}
