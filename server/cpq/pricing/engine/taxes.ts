/** Tax by category of the document: chosen per line, summed, and rounded once per category. */
import { allocate } from "#platform/allocate.ts";
import { isZero, type Rational, rational, reduce, subtract } from "#platform/rational.ts";
import { roundToInteger } from "#platform/rounding.ts";
import type { PriceCase, Tax, TaxRule } from "./case.ts";
import { exactText } from "./exact-text.ts";
import type { TaxTotal } from "./priced.ts";
import { holdsOn } from "./scope.ts";

/** The tax of a product class for this case's customer: the most specific rule (class, then region, then status), else the case's. */
export function findTax(priceCase: PriceCase, taxClass: string | null): Tax | null {
  const { region, taxStatus } = priceCase.customer;
  let best: TaxRule | null = null;
  let bestFit = -1;
  for (const rule of priceCase.taxRules) {
    if (!holdsOn(rule.validity, priceCase.date)) continue;
    const classFit = fit(rule.taxClass, taxClass);
    const regionFit = rule.region !== null && region?.startsWith(`${rule.region}-`) ? 1 : fit(rule.region, region) * 2;
    const statusFit = fit(rule.taxStatus, taxStatus);
    if (classFit < 0 || regionFit < 0 || statusFit < 0) continue;
    const total = statusFit * 100 + classFit * 10 + regionFit;
    if (total > bestFit || (total === bestFit && best !== null && rule.id < best.id)) [best, bestFit] = [rule, total];
  }
  return best?.tax ?? priceCase.tax;
}

/** 1 for a match, 0 for a rule that does not ask, -1 for another value. */
const fit = (asked: string | null, value: string | null): number => (asked === null ? 0 : asked === value ? 1 : -1);

export interface TaxedLine {
  readonly tax: Tax | null;
  readonly amountMinor: bigint;
}

/**
 * The tax totals, and each line's amount without tax. Prices without tax: net is the sum, tax = net x rate. Prices with
 * tax: net = sum x 100 / (100 + included rate), the tax is the rest (or net x rate where the included rate differs, as
 * under reverse charge), and the lines share the net by largest remainder.
 */
export function totalTaxes(
  priceCase: PriceCase,
  lines: readonly TaxedLine[],
  scale: bigint,
): { taxes: TaxTotal[]; nets: bigint[] } {
  const groups = new Map<string, { tax: Tax; members: number[]; amount: bigint }>();
  const keys = new Map<Tax, string>();
  const nets = lines.map((line) => line.amountMinor);
  lines.forEach((line, i) => {
    if (!line.tax) return;
    let key = keys.get(line.tax);
    if (key === undefined) keys.set(line.tax, (key = keyOf(line.tax)));
    const group = groups.get(key);
    if (!group) groups.set(key, { tax: line.tax, members: [i], amount: line.amountMinor });
    else {
      group.members.push(i);
      group.amount += line.amountMinor;
    }
  });
  const taxes = [...groups.keys()].toSorted().map((key) => {
    const { tax, members, amount } = groups.get(key)!;
    const total = priceCase.taxIncluded ? extract(priceCase, tax, amount, scale) : charge(priceCase, tax, amount, scale);
    if (priceCase.taxIncluded && amount !== 0n) {
      const shares = allocate(
        total.netMinor,
        members.map((i) => lines[i]!.amountMinor),
      );
      members.forEach((i, k) => (nets[i] = shares[k]!));
    }
    return { tax, lines: members.length, amountMinor: amount, ...total };
  });
  return { taxes, nets };
}

type Amounts = Pick<TaxTotal, "netMinor" | "taxMinor" | "exactTax">;

/** Tax on a net amount: the one rounding of the category. */
function charge(priceCase: PriceCase, tax: Tax, netMinor: bigint, scale: bigint): Amounts {
  const exact = rational(netMinor * tax.percent.num, tax.percent.den * 100n);
  return { netMinor, taxMinor: roundToInteger(exact, priceCase.policy), exactTax: inMajor(exact, scale) };
}

/** Tax contained in an amount: the net is rounded, tax is what is left, so both add up to the price agreed. */
function extract(priceCase: PriceCase, tax: Tax, amountMinor: bigint, scale: bigint): Amounts {
  const included = tax.includedPercent ?? tax.percent;
  const exactNet = rational(amountMinor * 100n * included.den, 100n * included.den + included.num);
  const netMinor = roundToInteger(exactNet, priceCase.policy);
  if (!isZero(subtract(included, tax.percent))) return charge(priceCase, tax, netMinor, scale);
  return { netMinor, taxMinor: amountMinor - netMinor, exactTax: inMajor(subtract(rational(amountMinor), exactNet), scale) };
}

const inMajor = (minor: Rational, scale: bigint): Rational => reduce(rational(minor.num, minor.den * scale));

/** Lines of one category and rate are taxed together; reasons matter only where there is no tax to round. */
function keyOf(tax: Tax): string {
  const reason = isZero(tax.percent) ? (tax.reason ?? "") : "";
  return [tax.category, exactText(tax.percent), exactText(tax.includedPercent ?? tax.percent), reason].join("|");
}
