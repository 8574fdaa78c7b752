/**
 * What French law has a company write on an invoice to another company, in the places that the French reform reads:
 * notes by subject code (BR-FR-05), the kind of operation as business process (BR-FR-08), the option for VAT on debits.
 * Sources: code de commerce L441-9, L441-10, D441-5; CGI annexe II art. 242 nonies A; AFNOR XP Z12-012.
 */
import type { Locale } from "#platform/i18n/locale.ts";
import { en16931 } from "./specifications.ts";
import type { EInvoice } from "./types.ts";
import type { Identifier } from "./types-parties.ts";

export interface FrenchMentions {
  /** Goods, services or both: the mention that the reform of 2026 adds. */
  operations: "goods" | "services" | "mixed";
  /** 1 an invoice to be paid, 2 one already paid, 4 the final invoice after an advance. */
  stage?: "1" | "2" | "4";
  /** Who is invoiced: decides between e-invoicing (B2B) and e-reporting. */
  treatment?: "B2B" | "B2BINT" | "B2C" | "B2CINT" | "OUTOFSCOPE";
  /** The seller has opted to pay VAT when it invoices rather than when it is paid (services). */
  vatOnDebits?: boolean;
  latePenalty?: string;
  recoveryFee?: string;
  earlyPaymentDiscount?: string;
  /** The language of the mentions that are not given; default French. */
  locale?: Locale;
}

const usual = {
  fr: {
    recoveryFee: "Indemnité forfaitaire pour frais de recouvrement en cas de retard de paiement : 40 €.",
    latePenalty: "Pénalités de retard : trois fois le taux d’intérêt légal, exigibles sans rappel.",
    earlyPaymentDiscount: "Pas d’escompte en cas de paiement anticipé.",
    vatOnDebits: "Option pour le paiement de la taxe d’après les débits.",
  },
  en: {
    recoveryFee: "Fixed compensation for recovery costs in the event of late payment: €40.",
    latePenalty: "Late payment penalties: three times the French statutory interest rate, due without a reminder.",
    earlyPaymentDiscount: "No discount for early payment.",
    vatOnDebits: "The seller has opted to pay VAT on debits.",
  },
} as const;
const letters = { goods: "B", services: "S", mixed: "M" } as const;

/** The invoice with its French mentions. Notes of the same subject that it has already are kept as they are. */
export function withFrenchMentions(invoice: EInvoice, mentions: FrenchMentions): EInvoice {
  const text = usual[mentions.locale ?? "fr"];
  const wanted: [string, string | undefined][] = [
    ["PMT", mentions.recoveryFee ?? text.recoveryFee],
    ["PMD", mentions.latePenalty ?? text.latePenalty],
    ["AAB", mentions.earlyPaymentDiscount ?? text.earlyPaymentDiscount],
    ["TXD", mentions.vatOnDebits ? text.vatOnDebits : undefined],
    ["BAR", mentions.treatment ?? "B2B"],
  ];
  const notes = invoice.notes ?? [];
  const missing = wanted.flatMap(([subject, text]) =>
    text === undefined || notes.some((note) => note.subject === subject) ? [] : [{ subject, text }],
  );
  return {
    ...invoice,
    specification: en16931,
    process: `${letters[mentions.operations]}${mentions.stage ?? "1"}`,
    notes: [...notes, ...missing],
    ...(mentions.vatOnDebits && invoice.taxPointDate === undefined ? { taxPointCode: "3" } : {}),
  };
}

/**
 * The electronic address of a French company under scheme 0225: its SIREN, and the SIRET, service code or suffix that routes
 * inside it: frenchAddress("732829320", "73282932000074") is 732829320_73282932000074. Throws RangeError on a SIREN that is not one.
 */
export function frenchAddress(siren: string, ...route: readonly string[]): Identifier {
  if (!/^\d{9}$/.test(siren)) throw new RangeError(`"${siren}" is not a SIREN of 9 digits`);
  return { id: [siren, ...route].join("_"), scheme: "0225" };
}
