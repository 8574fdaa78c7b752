/**
 * The words of invoicing as the rating engine knows them.
 *
 * - line: one net amount with its VAT treatment and the derivation that explains it. Rounded once, never again.
 * - document: lines put together: an invoice, or a credit note when they come to less than zero (its amounts are positive).
 * - allowance, charge: a reduction or an extra on the document as a whole, each in a VAT category.
 * - VAT breakdown: per category and rate one base and one amount; VAT is rounded there and nowhere else.
 * - prepaid: paid before the document was issued. due: what is left to pay.
 * - adjustment: part of a line given back by a person, such as for a bad day. It lowers what may still be credited.
 * - derivation: the steps that lead to a net, in order, each with its formula, so a customer can redo the sum.
 *
 * Money is bigint minor units; BT- and BG- numbers are those of EN 16931.
 */
import type { Booked } from "#back-office/subscriptions/engine/types.ts";

/** A VAT category code of EN 16931 (S, Z, E, AE, K, G, O) and its rate in percent, as decimal text. */
export interface VatTreatment {
  readonly category: string;
  readonly rate: string;
  /** Why no VAT is charged, where the category asks for it (BT-120). */
  readonly exemption?: string;
}

export interface Step {
  readonly step: string;
  readonly formula: string;
  /** What the formula gives: an exact decimal, or a fraction where a decimal would not be exact. */
  readonly value: string;
}

/** A rated obligation. Its `key`, `kind`, `service` and terms are those of the obligation, so it counts as booked. */
export interface InvoiceLine extends Booked {
  readonly reason: string;
  readonly quantity: string;
  readonly net: bigint;
  readonly vat: VatTreatment;
  readonly derivation: readonly Step[];
}
