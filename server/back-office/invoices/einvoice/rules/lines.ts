/** Lines, allowances and charges: BR-21 to BR-28, BR-30 to BR-44, BR-54, BR-64, BR-65, BR-CO-04, 20 to 24, and their arithmetic. */
import { compare, isZero, subtract, zero } from "#platform/rational.ts";
import { cents, exact, roundedToCents, shareOf } from "../decimals.ts";
import { lineNet } from "../totals.ts";
import type { EInvoice, EInvoiceLine } from "../types.ts";
import type { Allowance } from "../types-values.ts";
import { checkPeriod } from "./document.ts";
import type { Report } from "./report.ts";

export function checkLines(invoice: EInvoice, report: Report): void {
  invoice.lines?.forEach((line, index) => checkLine(line, `lines[${index}]`, report));
  invoice.allowances?.forEach((each, index) =>
    checkAllowance(each, `allowances[${index}]`, { amount: "BR-31", vat: "BR-32", reason: ["BR-33", "BR-CO-21"] }, report),
  );
  invoice.charges?.forEach((each, index) =>
    checkAllowance(each, `charges[${index}]`, { amount: "BR-36", vat: "BR-37", reason: ["BR-38", "BR-CO-22"] }, report),
  );
}

function checkLine(line: EInvoiceLine, path: string, report: Report): void {
  const required: [string, string, unknown][] = [
    ["BR-21", "id", line.id],
    ["BR-22", "quantity", line.quantity],
    ["BR-23", "unit", line.unit],
    ["BR-24", "netAmount", line.netAmount],
    ["BR-25", "item.name", line.item?.name],
    ["BR-26", "price.net", line.price?.net],
    ["BR-CO-04", "vat.category", line.vat?.category],
  ];
  for (const [rule, term, value] of required) if (value === undefined) report(rule, `${path}.${term}`);
  if (isNegative(line.price?.net)) report("BR-27", `${path}.price.net`);
  if (isNegative(line.price?.gross)) report("BR-28", `${path}.price.gross`);
  checkPeriod(line.period, `${path}.period`, "BR-30", "BR-CO-20", report);
  line.allowances?.forEach((each, index) =>
    checkAllowance(each, `${path}.allowances[${index}]`, { amount: "BR-41", reason: ["BR-42", "BR-CO-23"] }, report),
  );
  line.charges?.forEach((each, index) =>
    checkAllowance(each, `${path}.charges[${index}]`, { amount: "BR-43", reason: ["BR-44", "BR-CO-24"] }, report),
  );
  line.item?.attributes?.forEach((each, index) => {
    if (each.name === undefined || each.value === undefined) report("BR-54", `${path}.item.attributes[${index}]`);
  });
  if (line.item?.standardId && line.item.standardId.scheme === undefined) report("BR-64", `${path}.item.standardId.scheme`);
  line.item?.classifications?.forEach((each, index) => {
    if (each.list === undefined) report("BR-65", `${path}.item.classifications[${index}].list`);
  });
  checkPrice(line, path, report);
  checkNet(line, path, report);
}

const isNegative = (amount: string | undefined): boolean => compare(exact(amount) ?? zero, zero) < 0;

/** Net price = gross price - discount, with every digit (PEPPOL-EN16931-R046). */
function checkPrice({ price }: EInvoiceLine, path: string, report: Report): void {
  const base = exact(price?.baseQuantity);
  if (base && compare(base, zero) <= 0) report("PEPPOL-EN16931-R121", `${path}.price.baseQuantity`);
  const net = exact(price?.net);
  const gross = exact(price?.gross);
  if (!net || !gross) return;
  if (compare(subtract(gross, exact(price?.discount) ?? zero), net) !== 0)
    report("PEPPOL-EN16931-R046", `${path}.price.net`, { found: price?.net ?? "" });
}

/** Line net amount = quantity x price / base quantity + charges - allowances, to the cent (PEPPOL-EN16931-R120 allows two cents; law does not). */
function checkNet(line: EInvoiceLine, path: string, report: Report): void {
  const stated = exact(line.netAmount);
  const expected = lineNet(line);
  if (stated && expected && !isZero(subtract(stated, expected)))
    report("PEPPOL-EN16931-R120", `${path}.netAmount`, { expected: cents(expected), found: line.netAmount ?? "" });
}

function checkAllowance(
  allowance: Allowance,
  path: string,
  rules: { amount: string; vat?: string; reason: readonly string[] },
  report: Report,
): void {
  if (allowance.amount === undefined) report(rules.amount, `${path}.amount`);
  if (rules.vat !== undefined && allowance.vat?.category === undefined) report(rules.vat, `${path}.vat.category`);
  if (allowance.reason === undefined && allowance.reasonCode === undefined)
    for (const rule of rules.reason) report(rule, `${path}.reason`);
  const base = exact(allowance.baseAmount);
  const percentage = exact(allowance.percentage);
  const amount = exact(allowance.amount);
  if (!base || !percentage || !amount) return;
  const expected = roundedToCents(shareOf(base, percentage));
  if (compare(amount, expected) !== 0)
    report("PEPPOL-EN16931-R040", `${path}.amount`, { expected: cents(expected), found: allowance.amount ?? "" });
}
