/** What an invoice adds up to, by the definitions of EN 16931 (BR-CO-10 to BR-CO-17), exact to the cent. */
import { add, divide, isZero, multiply, type Rational, rational, subtract, zero } from "#platform/rational.ts";
import { cents, exact, roundedToCents, shareOf, shortest, sum } from "./decimals.ts";
import type { Allowance } from "./types-values.ts";
import type { EInvoice, EInvoiceLine, VatGroup } from "./types.ts";

/** Quantity x net price / base quantity, to the cent, plus charges, minus allowances (BT-131). Undefined without a quantity or a price. */
export function lineNet(line: EInvoiceLine): Rational | undefined {
  const product = lineProduct(line);
  if (!product) return undefined;
  return subtract(add(product, sum(amounts(line.charges))), sum(amounts(line.allowances)));
}

/** Quantity x net price / base quantity, to the cent: what a line costs before its allowances and charges. */
export function lineProduct(line: EInvoiceLine): Rational | undefined {
  const quantity = exact(line.quantity);
  const price = exact(line.price?.net);
  if (!quantity || !price) return undefined;
  const base = exact(line.price?.baseQuantity) ?? rational(1n);
  return isZero(base) ? undefined : roundedToCents(divide(multiply(quantity, price), base));
}

const amounts = (list: readonly Allowance[] | undefined): (string | undefined)[] => (list ?? []).map((each) => each.amount);

/** VAT categories whose groups are told apart by rate; the others have one group whatever the rate. */
export const ratedCategories: ReadonlySet<string> = new Set(["S", "L", "M"]);

/** Key of the VAT group (BG-23) that a line, allowance or charge belongs to: "S 20", "AE". */
export const groupKey = (vat: { category?: string | undefined; rate?: string | undefined } | undefined): string => {
  const category = vat?.category ?? "";
  return ratedCategories.has(category) ? `${category} ${shortest(vat?.rate ?? "")}` : category;
};

/** The VAT groups of an invoice in order of appearance: taxable amount by category and rate, VAT once a group, rounded once. */
export function vatGroups(invoice: EInvoice): VatGroup[] {
  const groups = new Map<string, { category: string; rate: string | undefined; base: Rational }>();
  const put = (vat: { category?: string | undefined; rate?: string | undefined } | undefined, amount: Rational): void => {
    const key = groupKey(vat);
    const group = groups.get(key);
    if (group) group.base = add(group.base, amount);
    else groups.set(key, { category: vat?.category ?? "", rate: vat?.rate, base: amount });
  };
  for (const line of invoice.lines ?? []) put(line.vat, exact(line.netAmount) ?? lineNet(line) ?? zero);
  for (const charge of invoice.charges ?? []) put(charge.vat, exact(charge.amount) ?? zero);
  for (const each of invoice.allowances ?? []) put(each.vat, subtract(zero, exact(each.amount) ?? zero));
  return [...groups.values()].map(({ category, rate, base }) => ({
    category,
    ...(rate === undefined ? {} : { rate: shortest(rate) }),
    taxableAmount: cents(base),
    taxAmount: cents(shareOf(base, exact(rate) ?? zero)),
  }));
}

/** What an invoice comes to; every amount on two decimals. */
export interface RecomputedTotals {
  readonly lineTotal: string;
  readonly allowanceTotal: string;
  readonly chargeTotal: string;
  readonly withoutVat: string;
  readonly vat: string;
  readonly withVat: string;
  readonly prepaid: string;
  readonly rounding: string;
  readonly payable: string;
  readonly vatBreakdown: VatGroup[];
}

/** Every total of an invoice from its lines, allowances and charges; prepaid and rounding amounts are taken as given. */
export function recomputeTotals(invoice: EInvoice): RecomputedTotals {
  const vatBreakdown = vatGroups(invoice);
  const lineTotal = (invoice.lines ?? []).reduce<Rational>(
    (total, line) => add(total, exact(line.netAmount) ?? lineNet(line) ?? zero),
    zero,
  );
  const allowanceTotal = sum(amounts(invoice.allowances));
  const chargeTotal = sum(amounts(invoice.charges));
  const withoutVat = add(subtract(lineTotal, allowanceTotal), chargeTotal);
  const vat = sum(vatBreakdown.map((group) => group.taxAmount));
  const withVat = add(withoutVat, vat);
  const prepaid = exact(invoice.totals?.prepaid) ?? zero;
  const rounding = exact(invoice.totals?.rounding) ?? zero;
  return {
    lineTotal: cents(lineTotal),
    allowanceTotal: cents(allowanceTotal),
    chargeTotal: cents(chargeTotal),
    withoutVat: cents(withoutVat),
    vat: cents(vat),
    withVat: cents(withVat),
    prepaid: cents(prepaid),
    rounding: cents(rounding),
    payable: cents(add(subtract(withVat, prepaid), rounding)),
    vatBreakdown,
  };
}
