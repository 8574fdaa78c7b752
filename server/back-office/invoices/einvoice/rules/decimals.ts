/** Every number is a decimal (FORMAT), and money has two decimals at most: BR-DEC-01 to BR-DEC-28. */
import { decimalsOf, exact } from "../decimals.ts";
import type { EInvoice } from "../types.ts";
import type { Allowance } from "../types-values.ts";
import type { Report } from "./report.ts";

/** `rule` is absent where the norm sets no limit: quantities, prices, percentages. */
type Term = readonly [path: string, value: string | undefined, rule?: string];

export function checkDecimals(invoice: EInvoice, report: Report): void {
  for (const [path, value, rule] of terms(invoice)) {
    if (value === undefined) continue;
    if (!exact(value)) report("FORMAT", path, { found: value });
    else if (rule !== undefined && decimalsOf(value) > 2) report(rule, path, { found: value });
  }
}

function* terms(invoice: EInvoice): Generator<Term> {
  const { totals } = invoice;
  yield* allowanceTerms(invoice.allowances, "allowances", "BR-DEC-01", "BR-DEC-02");
  yield* allowanceTerms(invoice.charges, "charges", "BR-DEC-05", "BR-DEC-06");
  yield ["totals.lineTotal", totals?.lineTotal, "BR-DEC-09"];
  yield ["totals.allowanceTotal", totals?.allowanceTotal, "BR-DEC-10"];
  yield ["totals.chargeTotal", totals?.chargeTotal, "BR-DEC-11"];
  yield ["totals.withoutVat", totals?.withoutVat, "BR-DEC-12"];
  yield ["totals.vat", totals?.vat, "BR-DEC-13"];
  yield ["totals.withVat", totals?.withVat, "BR-DEC-14"];
  yield ["totals.vatInAccountingCurrency", totals?.vatInAccountingCurrency, "BR-DEC-15"];
  yield ["totals.prepaid", totals?.prepaid, "BR-DEC-16"];
  yield ["totals.rounding", totals?.rounding, "BR-DEC-17"];
  yield ["totals.payable", totals?.payable, "BR-DEC-18"];
  for (const [index, group] of (invoice.vatBreakdown ?? []).entries()) {
    yield [`vatBreakdown[${index}].taxableAmount`, group.taxableAmount, "BR-DEC-19"];
    yield [`vatBreakdown[${index}].taxAmount`, group.taxAmount, "BR-DEC-20"];
    yield [`vatBreakdown[${index}].rate`, group.rate];
  }
  for (const [index, line] of (invoice.lines ?? []).entries()) {
    const path = `lines[${index}]`;
    yield [`${path}.netAmount`, line.netAmount, "BR-DEC-23"];
    yield [`${path}.quantity`, line.quantity];
    yield [`${path}.price.net`, line.price?.net];
    yield [`${path}.price.gross`, line.price?.gross];
    yield [`${path}.price.discount`, line.price?.discount];
    yield [`${path}.price.baseQuantity`, line.price?.baseQuantity];
    yield [`${path}.vat.rate`, line.vat?.rate];
    yield* allowanceTerms(line.allowances, `${path}.allowances`, "BR-DEC-24", "BR-DEC-25");
    yield* allowanceTerms(line.charges, `${path}.charges`, "BR-DEC-27", "BR-DEC-28");
  }
}

function* allowanceTerms(list: readonly Allowance[] | undefined, path: string, amount: string, base: string): Generator<Term> {
  for (const [index, each] of (list ?? []).entries()) {
    yield [`${path}[${index}].amount`, each.amount, amount];
    yield [`${path}[${index}].baseAmount`, each.baseAmount, base];
    yield [`${path}[${index}].percentage`, each.percentage];
    yield [`${path}[${index}].vat.rate`, each.vat?.rate];
  }
}
