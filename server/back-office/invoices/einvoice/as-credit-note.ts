import { compare, negate, zero } from "#platform/rational.ts";
import { toFixed } from "#platform/rounding.ts";
import { completeInvoice } from "./complete.ts";
import { decimalsOf, exact } from "./decimals.ts";
import type { EInvoice } from "./types.ts";

/**
 * What is owed the other way round, as a credit note: an invoice with a total below zero becomes type 381 with positive
 * quantities and amounts, because "-1446.375" rounds one way under the official rules and the other way in law.
 * An invoice that asks for money is returned as it is.
 */
export function asCreditNote(invoice: EInvoice): EInvoice {
  const whole = completeInvoice(invoice);
  const total = exact(whole.totals?.withVat);
  if (!total || compare(total, zero) >= 0) return invoice;
  const flip = (amount: string): string => toFixed(negate(exact(amount) ?? zero), decimalsOf(amount));
  const flipped = <T extends object>(value: T, ...fields: string[]): T =>
    Object.fromEntries(
      Object.entries(value).map(([key, each]) => [key, fields.includes(key) && typeof each === "string" ? flip(each) : each]),
    ) as T;
  return {
    ...invoice,
    typeCode: "381",
    ...(invoice.lines
      ? {
          lines: invoice.lines.map((line) => ({
            ...flipped(line, "quantity", "netAmount"),
            ...(line.allowances ? { allowances: line.allowances.map((each) => flipped(each, "amount", "baseAmount")) } : {}),
            ...(line.charges ? { charges: line.charges.map((each) => flipped(each, "amount", "baseAmount")) } : {}),
          })),
        }
      : {}),
    ...(invoice.allowances ? { allowances: invoice.allowances.map((each) => flipped(each, "amount", "baseAmount")) } : {}),
    ...(invoice.charges ? { charges: invoice.charges.map((each) => flipped(each, "amount", "baseAmount")) } : {}),
    ...(invoice.vatBreakdown
      ? { vatBreakdown: invoice.vatBreakdown.map((group) => flipped(group, "taxableAmount", "taxAmount")) }
      : {}),
    ...(invoice.totals ? { totals: flipped(invoice.totals, ...Object.keys(invoice.totals)) } : {}),
  };
}
