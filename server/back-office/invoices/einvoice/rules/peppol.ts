/** What Peppol BIS Billing 3 asks beyond the norm. Rules of single countries (DK, NO, SE, IT, DE, NL, GR, IS) are not here. */
import { compare, zero } from "#platform/rational.ts";
import { addressSchemes, peppolCreditNoteTypes, peppolInvoiceTypes } from "../code-lists.ts";
import { exact } from "../decimals.ts";
import { isCreditNote } from "../specifications.ts";
import type { EInvoice } from "../types.ts";
import type { Identifier } from "../types-parties.ts";
import type { Allowance } from "../types-values.ts";
import { identifierRules } from "./identifiers.ts";
import type { Report } from "./report.ts";

export function checkPeppol(invoice: EInvoice, report: Report): void {
  checkHeader(invoice, report);
  checkTypes(invoice, report);
  checkAllowances(invoice.allowances, "allowances", report);
  checkAllowances(invoice.charges, "charges", report);
  checkLines(invoice, report);
  checkExemptions(invoice, report);
  checkIdentifiers(invoice, report);
}

function checkHeader(invoice: EInvoice, report: Report): void {
  const { process, seller, buyer, payment, totals } = invoice;
  if (process === undefined) report("PEPPOL-EN16931-R001", "process");
  else if (!/^urn:fdc:peppol\.eu:2017:poacc:billing:\d{2}:1\.0$/.test(process))
    report("PEPPOL-EN16931-R007", "process", { found: process });
  if (invoice.buyerReference === undefined && invoice.orderReference === undefined)
    report("PEPPOL-EN16931-R003", "buyerReference");
  if (invoice.taxCurrency !== undefined && invoice.taxCurrency === invoice.currency) report("PEPPOL-EN16931-R005", "taxCurrency");
  if (buyer?.electronicAddress === undefined) report("PEPPOL-EN16931-R010", "buyer.electronicAddress");
  if (seller?.electronicAddress === undefined) report("PEPPOL-EN16931-R020", "seller.electronicAddress");
  const vat = exact(totals?.vat);
  const accounted = exact(totals?.vatInAccountingCurrency);
  if (vat && accounted && compare(vat, zero) * compare(accounted, zero) < 0)
    report("PEPPOL-EN16931-R055", "totals.vatInAccountingCurrency");
  if ((payment?.meansCode === "49" || payment?.meansCode === "59") && payment.mandate === undefined)
    report("PEPPOL-EN16931-R061", "payment.mandate");
}

function checkTypes(invoice: EInvoice, report: Report): void {
  if (!invoice.process?.includes(":billing:01:") || invoice.typeCode === undefined) return;
  const credit = isCreditNote(invoice.typeCode);
  const allowed = credit ? peppolCreditNoteTypes : peppolInvoiceTypes;
  // a corrected or partial invoice is a German right only (P0112)
  const german = invoice.seller?.address?.country === "DE" && invoice.buyer?.address?.country === "DE";
  if (allowed.has(invoice.typeCode) || (german && ["326", "384"].includes(invoice.typeCode))) return;
  report(credit ? "PEPPOL-EN16931-P0101" : "PEPPOL-EN16931-P0100", "typeCode", { found: invoice.typeCode });
}

function checkAllowances(list: readonly Allowance[] | undefined, path: string, report: Report): void {
  list?.forEach((each, index) => {
    if (each.percentage !== undefined && each.baseAmount === undefined)
      report("PEPPOL-EN16931-R041", `${path}[${index}].baseAmount`);
    if (each.percentage === undefined && each.baseAmount !== undefined)
      report("PEPPOL-EN16931-R042", `${path}[${index}].percentage`);
  });
}

function checkLines(invoice: EInvoice, report: Report): void {
  const { start, end } = invoice.period ?? {};
  invoice.lines?.forEach((line, index) => {
    const path = `lines[${index}]`;
    checkAllowances(line.allowances, `${path}.allowances`, report);
    checkAllowances(line.charges, `${path}.charges`, report);
    if (start !== undefined && line.period?.start !== undefined && line.period.start < start)
      report("PEPPOL-EN16931-R110", `${path}.period.start`);
    if (end !== undefined && line.period?.end !== undefined && line.period.end > end)
      report("PEPPOL-EN16931-R111", `${path}.period.end`);
    if (line.price?.baseUnit !== undefined && line.unit !== undefined && line.price.baseUnit !== line.unit)
      report("PEPPOL-EN16931-R130", `${path}.price.baseUnit`);
  });
}

/** An exemption code that belongs to one category is used with that category only. */
const codeCategories: Readonly<Record<string, readonly [rule: string, category: string]>> = {
  "VATEX-EU-G": ["PEPPOL-EN16931-P0104", "G"],
  "VATEX-EU-O": ["PEPPOL-EN16931-P0105", "O"],
  "VATEX-EU-IC": ["PEPPOL-EN16931-P0106", "K"],
  "VATEX-EU-AE": ["PEPPOL-EN16931-P0107", "AE"],
  "VATEX-EU-D": ["PEPPOL-EN16931-P0108", "E"],
  "VATEX-EU-F": ["PEPPOL-EN16931-P0109", "E"],
  "VATEX-EU-I": ["PEPPOL-EN16931-P0110", "E"],
  "VATEX-EU-J": ["PEPPOL-EN16931-P0111", "E"],
};

function checkExemptions(invoice: EInvoice, report: Report): void {
  invoice.vatBreakdown?.forEach((group, index) => {
    const expected = codeCategories[group.exemptionReasonCode?.toUpperCase() ?? ""];
    if (expected && group.category !== expected[1])
      report(expected[0], `vatBreakdown[${index}].category`, { category: expected[1], found: group.category ?? "" });
  });
}

function checkIdentifiers(invoice: EInvoice, report: Report): void {
  const check = (id: Identifier | undefined, path: string): void => {
    const rule = identifierRules[id?.scheme ?? ""];
    if (id && rule && !rule.fits(id.id)) report(rule.rule, path, { found: id.id });
  };
  for (const role of ["seller", "buyer"] as const) {
    const party = invoice[role];
    check(party?.electronicAddress, `${role}.electronicAddress`);
    check(party?.legalId, `${role}.legalId`);
    party?.ids?.forEach((id, index) => check(id, `${role}.ids[${index}]`));
    const scheme = party?.electronicAddress?.scheme;
    // letters are schemes of the norm that Peppol does not route by
    if (scheme !== undefined && addressSchemes.has(scheme) && !/^\d{4}$/.test(scheme))
      report("PEPPOL-EN16931-CL008", `${role}.electronicAddress.scheme`, { found: scheme });
  }
  check(invoice.payee?.id, "payee.id");
  check(invoice.payee?.legalId, "payee.legalId");
}
