/** Fills in what an invoice may leave out because it follows from the rest: amounts, totals, VAT groups, fixed codes. */
import { add, compare, type Rational, subtract } from "#platform/rational.ts";
import { cents, decimalsOf, exact, sameNumber, shareOf } from "./decimals.ts";
import { toFixed } from "#platform/rounding.ts";
import { defaultExemption } from "./exemptions.ts";
import { en16931, isPeppol, peppolBilling, peppolProcess } from "./specifications.ts";
import { groupKey, lineNet, lineProduct, recomputeTotals, vatGroups } from "./totals.ts";
import type { EInvoice, EInvoiceLine, VatGroup } from "./types.ts";
import type { Allowance } from "./types-values.ts";

/**
 * The whole invoice: nothing that was given is changed, everything computable is there. Never throws: what is missing or
 * wrong stays so, for `checkInvoice` to name.
 */
export function completeInvoice(invoice: EInvoice): EInvoice {
  const lines = invoice.lines?.map(completeLine);
  const summed: EInvoice = {
    ...invoice,
    typeCode: invoice.typeCode ?? "380",
    ...completeSpecification(invoice),
    ...(lines ? { lines } : {}),
    ...(invoice.allowances ? { allowances: invoice.allowances.map((each) => completeAllowance(each)) } : {}),
    ...(invoice.charges ? { charges: invoice.charges.map((each) => completeAllowance(each)) } : {}),
  };
  return { ...summed, vatBreakdown: completeVat(summed), totals: completeTotals(summed) };
}

/** Peppol BIS Billing 3 when the invoice has what Peppol routes by, else the plain European norm. */
function completeSpecification(invoice: EInvoice): Pick<EInvoice, "specification" | "process"> {
  const routable =
    invoice.seller?.electronicAddress !== undefined &&
    invoice.buyer?.electronicAddress !== undefined &&
    (invoice.buyerReference !== undefined || invoice.orderReference !== undefined);
  const specification = invoice.specification ?? (routable && invoice.process === undefined ? peppolBilling : en16931);
  const process = invoice.process ?? (isPeppol(specification) ? peppolProcess : undefined);
  return { specification, ...(process === undefined ? {} : { process }) };
}

function completeLine(line: EInvoiceLine, index: number): EInvoiceLine {
  const priced: EInvoiceLine = {
    ...line,
    id: line.id ?? String(index + 1),
    unit: line.unit ?? "C62",
    ...(line.price ? { price: completePrice(line.price, line.unit ?? "C62") } : {}),
    ...(line.vat ? { vat: completeRate(line.vat) } : {}),
  };
  const product = lineProduct(priced);
  const base = product && cents(product);
  const whole: EInvoiceLine = {
    ...priced,
    ...(line.allowances ? { allowances: line.allowances.map((each) => completeLineAllowance(each, base)) } : {}),
    ...(line.charges ? { charges: line.charges.map((each) => completeLineAllowance(each, base)) } : {}),
  };
  const net = whole.netAmount === undefined ? lineNet(whole) : undefined;
  return net ? { ...whole, netAmount: cents(net) } : whole;
}

/** Net price = gross price - discount (BT-146 = BT-148 - BT-147); whichever of the three is absent follows from the others. */
function completePrice(given: NonNullable<EInvoiceLine["price"]>, unit: string): NonNullable<EInvoiceLine["price"]> {
  const price = given.baseQuantity === undefined ? given : { ...given, baseUnit: given.baseUnit ?? unit };
  const gross = exact(price.gross);
  const net = exact(price.net);
  const discount = exact(price.discount);
  const text = (value: Rational, ...like: (string | undefined)[]): string =>
    toFixed(value, Math.max(...like.map((each) => decimalsOf(each ?? ""))));
  if (gross && discount && !net) return { ...price, net: text(subtract(gross, discount), price.gross, price.discount) };
  if (gross && net && !discount && compare(gross, net) > 0)
    return { ...price, discount: text(subtract(gross, net), price.gross, price.net) };
  if (discount && net && !gross) return { ...price, gross: text(add(net, discount), price.net, price.discount) };
  return price;
}

/** Categories without VAT have the rate 0, except outside the scope of VAT, which has none (BR-O-05). */
function completeRate(vat: { category?: string | undefined; rate?: string | undefined }): { category?: string; rate?: string } {
  const category = vat.category === undefined ? {} : { category: vat.category };
  if (vat.category === "O" && (vat.rate === undefined || sameNumber(vat.rate, "0"))) return category;
  const rate = vat.rate ?? (["Z", "E", "AE", "K", "G"].includes(vat.category ?? "") ? "0" : undefined);
  return rate === undefined ? category : { ...category, rate };
}

/** On a line a percentage is of the line's own amount unless a base is given, and the VAT is the line's. */
function completeLineAllowance({ vat: _vat, ...allowance }: Allowance, base: string | undefined): Allowance {
  return completeAllowance(allowance, base);
}

function completeAllowance(allowance: Allowance, base?: string): Allowance {
  const percentage = exact(allowance.percentage);
  const baseAmount = allowance.baseAmount ?? (percentage ? base : undefined);
  const from = exact(baseAmount);
  const amount = allowance.amount ?? (percentage && from ? cents(shareOf(from, percentage)) : undefined);
  return {
    ...allowance,
    ...(baseAmount === undefined ? {} : { baseAmount }),
    ...(amount === undefined ? {} : { amount }),
    ...(allowance.vat ? { vat: completeRate(allowance.vat) } : {}),
  };
}

/** The groups given (to state an exemption reason) completed by the computed amounts, then the groups that were not given. */
function completeVat(invoice: EInvoice): VatGroup[] {
  const computed = new Map(vatGroups(invoice).map((group) => [groupKey(group), group]));
  const given = (invoice.vatBreakdown ?? []).map((group) => {
    const key = groupKey(group);
    const own = computed.get(key);
    computed.delete(key);
    return completeGroup({ ...own, ...group }, invoice);
  });
  return [...given, ...[...computed.values()].map((group) => completeGroup(group, invoice))];
}

function completeGroup(group: VatGroup, invoice: EInvoice): VatGroup {
  const { category: _category, rate: _rate, ...rest } = group;
  const whole = { ...completeRate(group), ...rest };
  const stated = whole.exemptionReason !== undefined || whole.exemptionReasonCode !== undefined;
  return stated ? whole : { ...whole, ...defaultExemption(whole.category, invoice.seller?.address?.country) };
}

function completeTotals(invoice: EInvoice): NonNullable<EInvoice["totals"]> {
  const {
    vatBreakdown: _groups,
    prepaid: _prepaid,
    rounding: _rounding,
    allowanceTotal,
    chargeTotal,
    ...computed
  } = recomputeTotals(invoice);
  const some = (list: readonly unknown[] | undefined): boolean => (list?.length ?? 0) > 0;
  return {
    ...computed,
    ...(some(invoice.allowances) ? { allowanceTotal } : {}),
    ...(some(invoice.charges) ? { chargeTotal } : {}),
    ...invoice.totals,
  };
}
