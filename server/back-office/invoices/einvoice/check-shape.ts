import { messageOf, type Language } from "./messages.ts";
import type { Problem } from "./problem.ts";
import { checkCodes } from "./rules/codes.ts";
import { checkDecimals } from "./rules/decimals.ts";
import { checkDocument } from "./rules/document.ts";
import { checkFrench, isFrenchProcess } from "./rules/french.ts";
import { checkLines } from "./rules/lines.ts";
import { checkParties } from "./rules/parties.ts";
import { checkPeppol } from "./rules/peppol.ts";
import type { Report } from "./rules/report.ts";
import { checkTotals } from "./rules/totals.ts";
import { checkVatGroups } from "./rules/vat-groups.ts";
import { checkVat } from "./rules/vat.ts";
import { isPeppol } from "./specifications.ts";
import type { EInvoice } from "./types.ts";

/**
 * Every rule about the terms of an invoice, by EN 16931 and, where it says so, Peppol BIS Billing 3 or the French reform. The invoice is taken as stated: nothing is computed for it.
 * `received`: it was written by others, so codes withdrawn since are right.
 */
export function checkShape(invoice: EInvoice, language: Language = "en", received = false): Problem[] {
  const problems: Problem[] = [];
  const report = reporter(problems, language);
  checkDocument(invoice, report);
  checkParties(invoice, report);
  checkLines(invoice, report);
  checkDecimals(invoice, report);
  checkTotals(invoice, report);
  checkVatGroups(invoice, report);
  checkVat(invoice, report);
  checkCodes(invoice, report, received);
  if (isPeppol(invoice.specification)) checkPeppol(invoice, report);
  if (isFrenchProcess(invoice.process)) checkFrench(invoice, report);
  return problems;
}

export const reporter =
  (problems: Problem[], language: Language): Report =>
  (rule, path, values = {}) => {
    problems.push({ rule, path, message: messageOf(rule, values, language) });
  };
