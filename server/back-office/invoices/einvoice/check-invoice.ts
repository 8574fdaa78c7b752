import { checkShape, reporter } from "./check-shape.ts";
import { completeInvoice } from "./complete.ts";
import type { Language } from "./messages.ts";
import { parseEInvoice } from "./parse-einvoice.ts";
import { EInvoiceError, type Problem } from "./problem.ts";
import { checkDue } from "./rules/document.ts";
import { checkUblDocument } from "./rules/ubl-document.ts";
import { isCreditNote, isPeppol } from "./specifications.ts";
import { type RecomputedTotals, recomputeTotals } from "./totals.ts";
import type { EInvoice } from "./types.ts";

export interface EInvoiceCheck {
  readonly valid: boolean;
  readonly errors: readonly Problem[];
  /** What is strange but breaks no rule of the specification that the document follows: Peppol's line arithmetic outside Peppol. */
  readonly notices: readonly Problem[];
  /** As the lines, allowances and charges make them; absent when the document cannot be read at all. */
  readonly totals?: RecomputedTotals;
}

/**
 * Checks an invoice, or the XML (UBL or CII) of one, against EN 16931 and, where it says so, Peppol BIS Billing 3 or the
 * French reform. Errors carry the official rule ids; arithmetic is exact to the cent where the official rules tolerate more.
 * An invoice given as an object is completed first; XML is taken as stated. Never throws on bad XML: it says so under the rule XML.
 */
export function checkInvoice(input: EInvoice | string, language: Language = "en"): EInvoiceCheck {
  if (typeof input !== "string") {
    const whole = completeInvoice(input);
    return verdict(checkShape(whole, language), [], recomputeTotals(whole));
  }
  try {
    const { syntax, invoice, root } = parseEInvoice(input);
    const problems = checkShape(invoice, language, true);
    if (syntax === "ubl") checkUblDocument(root, invoice, reporter(problems, language));
    else if (isCreditNote(invoice.typeCode)) checkDue(invoice, reporter(problems, language));
    const foreign = (problem: Problem): boolean => problem.rule.startsWith("PEPPOL-") && !isPeppol(invoice.specification);
    return verdict(
      problems.filter((problem) => !foreign(problem)),
      problems.filter(foreign),
      recomputeTotals(invoice),
    );
  } catch (error) {
    if (error instanceof EInvoiceError) return { valid: false, errors: error.problems, notices: [] };
    throw error;
  }
}

const verdict = (errors: readonly Problem[], notices: readonly Problem[], totals: RecomputedTotals): EInvoiceCheck => ({
  valid: errors.length === 0,
  errors,
  notices,
  totals,
});
