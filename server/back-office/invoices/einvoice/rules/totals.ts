/** Totals, exact to the cent: BR-CO-10 to BR-CO-16. Each is checked against the amounts stated one step before it. */
import { add, compare, type Rational, subtract, zero } from "#platform/rational.ts";
import { cents, exact, sum } from "../decimals.ts";
import type { EInvoice } from "../types.ts";
import type { Report } from "./report.ts";

export function checkTotals(invoice: EInvoice, report: Report): void {
  const { totals } = invoice;
  const value = (text: string | undefined): Rational => exact(text) ?? zero;
  const same = (rule: string, path: string, found: string | undefined, expected: Rational): void => {
    if (found !== undefined && exact(found) && compare(value(found), expected) !== 0)
      report(rule, path, { expected: cents(expected), found });
  };
  const net = sum((invoice.lines ?? []).map((line) => line.netAmount));
  const allowances = sum((invoice.allowances ?? []).map((each) => each.amount));
  const charges = sum((invoice.charges ?? []).map((each) => each.amount));
  same("BR-CO-10", "totals.lineTotal", totals?.lineTotal, net);
  same("BR-CO-11", "totals.allowanceTotal", totals?.allowanceTotal ?? (invoice.allowances?.length ? "0" : undefined), allowances);
  same("BR-CO-12", "totals.chargeTotal", totals?.chargeTotal ?? (invoice.charges?.length ? "0" : undefined), charges);
  const withoutVat = add(subtract(value(totals?.lineTotal), value(totals?.allowanceTotal)), value(totals?.chargeTotal));
  if (totals?.lineTotal !== undefined) same("BR-CO-13", "totals.withoutVat", totals.withoutVat, withoutVat);
  same("BR-CO-14", "totals.vat", totals?.vat, sum((invoice.vatBreakdown ?? []).map((group) => group.taxAmount)));
  if (totals?.withoutVat !== undefined)
    same("BR-CO-15", "totals.withVat", totals.withVat, add(value(totals.withoutVat), value(totals.vat)));
  if (totals?.withVat !== undefined)
    same(
      "BR-CO-16",
      "totals.payable",
      totals.payable,
      add(subtract(value(totals.withVat), value(totals.prepaid)), value(totals.rounding)),
    );
}
