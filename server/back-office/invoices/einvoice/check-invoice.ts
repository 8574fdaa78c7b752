import { checkShape, reporter } from "./check-shape.ts";
import { completeInvoice } from "./complete.ts";
import type { Language } from "./messages.ts";
import { parseEInvoice } from "./parse-einvoice.ts";
import { EInvoiceError, type Problem } from "./problem.ts";
import { checkDue } from "./rules/document.ts";
import { checkUblDocument } from "./rules/ubl-document.ts";
import { isCreditNote } from "./specifications.ts";
import { type RecomputedTotals, recomputeTotals } from "./totals.ts";
import type { EInvoice } from "./types.ts";

export interface EInvoiceCheck {
  readonly valid: boolean;
  readonly errors: readonly Problem[];
  /** As the lines, allowances and charges make them; absent when the document cannot be read at all. */
  readonly totals?: RecomputedTotals;
}

/**
 * Checks an invoice, or the XML (UBL or CII) of one, against EN 16931 and, where it says so, Peppol BIS Billing 3. Errors
 * carry the official rule ids; arithmetic is exact to the cent where the official rules tolerate more. An invoice given as
 * an object is completed first; XML is taken as stated. Never throws on bad XML: it says so under the rule XML.
 */
export function checkInvoice(input: EInvoice | string, language: Language = "en"): EInvoiceCheck {
  if (typeof input !== "string") {
    const whole = completeInvoice(input);
    return verdict(checkShape(whole, language), recomputeTotals(whole));
  }
  try {
    const { syntax, invoice, root } = parseEInvoice(input);
    const errors = checkShape(invoice, language);
    if (syntax === "ubl") checkUblDocument(root, invoice, reporter(errors, language));
    else if (isCreditNote(invoice.typeCode)) checkDue(invoice, reporter(errors, language));
    return verdict(errors, recomputeTotals(invoice));
  } catch (error) {
    if (error instanceof EInvoiceError) return { valid: false, errors: error.problems };
    throw error;
  }
}

const verdict = (errors: readonly Problem[], totals: RecomputedTotals): EInvoiceCheck => ({
  valid: errors.length === 0,
  errors,
  totals,
});
