import { checkShape } from "./check-shape.ts";
import { completeInvoice } from "./complete.ts";
import { EInvoiceError } from "./problem.ts";
import type { EInvoice } from "./types.ts";

/** The whole invoice, right by every implemented rule. Throws EInvoiceError with all that is wrong. */
export function completeChecked(invoice: EInvoice): EInvoice {
  const whole = completeInvoice(invoice);
  const problems = checkShape(whole);
  if (problems.length > 0) throw new EInvoiceError(problems);
  return whole;
}
