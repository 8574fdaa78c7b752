import { type DocumentAllowance, type SpreadAllowance, spreadAllowances } from "./document-allowances.ts";
import type { VatTreatment } from "./types.ts";
import { type VatTotal, vatBreakdown } from "./vat-breakdown.ts";

/** What goes on a document besides its lines. All optional. */
export interface AssemblyOptions {
  readonly allowances?: readonly DocumentAllowance[];
  readonly charges?: readonly DocumentAllowance[];
  /** Paid before, at hand for this document; only what is needed of it is used. */
  readonly prepaid?: bigint;
  /** For a credit note: what the corrected invoices still hold per VAT category (see vatBreakdown). */
  readonly billed?: readonly VatTotal[];
}

/** A document's totals. On a credit note every amount is turned round, so that what is given back is positive. */
export interface Assembly<L> {
  readonly kind: "invoice" | "credit_note";
  readonly lines: readonly { readonly line: L; readonly net: bigint }[];
  readonly allowances: readonly SpreadAllowance[];
  readonly charges: readonly SpreadAllowance[];
  /** BT-106: sum of the line nets. */
  readonly lineTotal: bigint;
  /** BT-107 and BT-108. */
  readonly allowanceTotal: bigint;
  readonly chargeTotal: bigint;
  /** BT-109: line total - allowances + charges. */
  readonly net: bigint;
  /** BG-23, and BT-110 as their sum. */
  readonly vat: readonly VatTotal[];
  readonly vatTotal: bigint;
  /** BT-112: net + VAT. */
  readonly total: bigint;
  /** BT-113: the part of `prepaid` used here. */
  readonly prepaid: bigint;
  /** BT-115: total - prepaid. On a credit note: what the customer gets back. */
  readonly due: bigint;
}

/**
 * Puts lines together into an invoice, or into a credit note when they come to less than zero. Line nets are taken as they
 * are (already rounded); VAT is rounded once per category on the document's base, never per line.
 * Three lines of 10.10 at 15 % -> base 30.30, VAT 4.55 (not 3 x 1.52).
 */
export function assembleInvoice<L extends { readonly net: bigint; readonly vat: VatTreatment }>(
  lines: readonly L[],
  options: AssemblyOptions = {},
): Assembly<L> {
  const straight = totalsOf(lines, options, 1n);
  const turned = straight.total < 0n || (straight.total === 0n && straight.net < 0n);
  const sums = turned ? totalsOf(lines, options, -1n) : straight;
  const prepaid = turned ? 0n : least(options.prepaid ?? 0n, sums.total);
  return { kind: turned ? "credit_note" : "invoice", ...sums, prepaid, due: sums.total - prepaid };
}

function totalsOf<L extends { readonly net: bigint; readonly vat: VatTreatment }>(
  lines: readonly L[],
  options: AssemblyOptions,
  sign: 1n | -1n,
) {
  const own = lines.map((line) => ({ line, net: line.net * sign, vat: line.vat }));
  const allowances = spreadAllowances(
    (options.allowances ?? []).map((entry) => turn(entry, sign)),
    own,
  );
  const charges = spreadAllowances(
    (options.charges ?? []).map((entry) => turn(entry, sign)),
    own,
  );
  const lineTotal = sum(own.map(({ net }) => net));
  const allowanceTotal = sum(allowances.map(({ amount }) => amount));
  const chargeTotal = sum(charges.map(({ amount }) => amount));
  const amounts = [
    ...own,
    ...allowances.map(({ amount, vat }) => ({ net: -amount, vat })),
    ...charges.map(({ amount, vat }) => ({ net: amount, vat })),
  ];
  const vat = vatBreakdown(amounts, sign === -1n ? options.billed : []);
  const vatTotal = sum(vat.map(({ amount }) => amount));
  const net = lineTotal - allowanceTotal + chargeTotal;
  const shown = own.map(({ line, net: lineNet }) => ({ line, net: lineNet }));
  return { lines: shown, allowances, charges, lineTotal, allowanceTotal, chargeTotal, net, vat, vatTotal, total: net + vatTotal };
}

const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((a, b) => a + b, 0n);
const least = (a: bigint, b: bigint): bigint => (a < b ? a : b);
const turn = (entry: DocumentAllowance, sign: 1n | -1n): DocumentAllowance =>
  entry.amount === undefined ? entry : { ...entry, amount: entry.amount * sign };
