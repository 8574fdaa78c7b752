/** What every invoice must say of itself: BR-01 to BR-16, BR-29, BR-49 to BR-55, BR-61, BR-CO-03, 18, 19, 25. */
import { compare, zero } from "#platform/rational.ts";
import { exact } from "../decimals.ts";
import { isCreditNote } from "../specifications.ts";
import type { EInvoice } from "../types.ts";
import type { Report } from "./report.ts";

export function checkDocument(invoice: EInvoice, report: Report): void {
  const required: [string, string, unknown][] = [
    ["BR-01", "specification", invoice.specification],
    ["BR-02", "number", invoice.number],
    ["BR-03", "issueDate", invoice.issueDate],
    ["BR-04", "typeCode", invoice.typeCode],
    ["BR-05", "currency", invoice.currency],
    ["BR-12", "totals.lineTotal", invoice.totals?.lineTotal],
    ["BR-13", "totals.withoutVat", invoice.totals?.withoutVat],
    ["BR-14", "totals.withVat", invoice.totals?.withVat],
    ["BR-15", "totals.payable", invoice.totals?.payable],
    ["BR-16", "lines", invoice.lines?.length],
    ["BR-CO-18", "vatBreakdown", invoice.vatBreakdown?.length],
  ];
  for (const [rule, path, value] of required) if (!value) report(rule, path);
  if (invoice.taxPointDate !== undefined && invoice.taxPointCode !== undefined) report("BR-CO-03", "taxPointDate");
  if (invoice.taxCurrency !== undefined && invoice.totals?.vatInAccountingCurrency === undefined)
    report("BR-53", "totals.vatInAccountingCurrency", { currency: invoice.taxCurrency });
  checkPeriod(invoice.period, "period", "BR-29", "BR-CO-19", report);
  checkPayment(invoice, report);
  invoice.documents?.forEach((each, index) => {
    if (each.reference === undefined) report("BR-52", `documents[${index}].reference`);
  });
  invoice.precedingInvoices?.forEach((each, index) => {
    if (each.number === undefined) report("BR-55", `precedingInvoices[${index}].number`);
  });
}

export function checkPeriod(
  period: EInvoice["period"],
  path: string,
  orderRule: string,
  emptyRule: string,
  report: Report,
): void {
  if (!period) return;
  if (period.start === undefined && period.end === undefined) report(emptyRule, path);
  if (period.start !== undefined && period.end !== undefined && period.end < period.start) report(orderRule, path);
}

/** An amount that is due says when. The UBL rules ask this of invoices, those of CII of credit notes too. */
export function checkDue(invoice: EInvoice, report: Report): void {
  const due = compare(exact(invoice.totals?.payable) ?? zero, zero) > 0;
  if (due && invoice.dueDate === undefined && invoice.paymentTerms === undefined) report("BR-CO-25", "dueDate");
}

function checkPayment(invoice: EInvoice, report: Report): void {
  const { payment } = invoice;
  if (!isCreditNote(invoice.typeCode)) checkDue(invoice, report);
  if (!payment) return;
  if (payment.meansCode === undefined) report("BR-49", "payment.meansCode");
  const transfer = payment.meansCode === "30" || payment.meansCode === "58";
  payment.transfers?.forEach((each, index) => {
    if (transfer && each.account === undefined) report("BR-50", `payment.transfers[${index}].account`);
  });
  if (transfer && !payment.transfers?.some((each) => each.account !== undefined)) report("BR-61", "payment.transfers");
  if (payment.card && (payment.card.number.length < 4 || payment.card.number.length > 10)) report("BR-51", "payment.card.number");
}
