/** Which open invoices a bank transfer pays. Pure: the same rules for the import, a preview and a test. */

export interface OpenInvoice {
  id: string;
  number: string;
  customerId: string;
  currency: string;
  openMinor: bigint;
}

export interface Candidate {
  amountMinor: bigint;
  currency: string;
  remittance: string;
  structured: string | null;
  payerIban: string | null;
}

export type Match =
  | { how: "reference" | "payer_and_amount"; parts: { invoice: OpenInvoice; amountMinor: bigint }[] }
  | { how: "none"; why: "no_reference" | "unknown_reference" | "nothing_open" | "ambiguous" };

/** Invoice numbers in what a payer wrote, however spaced: "fac 2026 00012", "RF18FAC202600012", "Facture FAC-2026-00012". */
export function numbersIn(...texts: readonly (string | null)[]): string[] {
  const found = texts.flatMap((text) => [...(text ?? "").matchAll(/FAC[\s./-]*(\d{4})[\s./-]*(\d{5,9})/gi)]);
  return [...new Set(found.map(([, year, rest]) => `FAC-${year}-${rest}`))];
}

/**
 * By reference first: the numbers written, in order, each up to what is open on it. Without one, by payer: the one open
 * invoice of exactly this amount among the invoices of accounts that paid from this IBAN before. Never a guess between two.
 */
export function matchEntry(entry: Candidate, named: readonly OpenInvoice[], ofPayer: readonly OpenInvoice[]): Match {
  const numbers = numbersIn(entry.structured, entry.remittance);
  if (numbers.length > 0) {
    const wanted = numbers.flatMap((number) =>
      named.filter((invoice) => invoice.number === number && invoice.currency === entry.currency),
    );
    if (wanted.length === 0) return { how: "none", why: "unknown_reference" };
    let left = entry.amountMinor;
    const parts = [];
    for (const invoice of wanted) {
      const amountMinor = invoice.openMinor < left ? invoice.openMinor : left;
      if (amountMinor <= 0n) continue;
      parts.push({ invoice, amountMinor });
      left -= amountMinor;
    }
    return parts.length > 0 ? { how: "reference", parts } : { how: "none", why: "nothing_open" };
  }
  const same = ofPayer.filter((invoice) => invoice.openMinor === entry.amountMinor && invoice.currency === entry.currency);
  if (same.length === 1) return { how: "payer_and_amount", parts: [{ invoice: same[0]!, amountMinor: entry.amountMinor }] };
  return { how: "none", why: same.length > 1 ? "ambiguous" : "no_reference" };
}
