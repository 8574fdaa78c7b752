/** The words of the invoice page. */
import type { Locale } from "#platform/i18n/locale.ts";

export interface PageTexts {
  invoice: string;
  creditNote: string;
  page: string;
  issued(date: string): string;
  due(date: string): string;
  delivered(date: string): string;
  period(from: string, to: string): string;
  order(reference: string): string;
  yourReference(reference: string): string;
  corrects(number: string): string;
  buyer: string;
  delivery: string;
  payee: string;
  item: string;
  quantity: string;
  price: string;
  rate: string;
  amount: string;
  allowance: string;
  charge: string;
  withoutVat: string;
  vat: string;
  withVat: string;
  prepaid: string;
  rounding: string;
  payable: string;
  credited: string;
  base: string;
  exemption: string;
  account: string;
  paymentReference(reference: string): string;
  mandate(reference: string): string;
  vatIn(amount: string): string;
  /** Units of UN/ECE Recommendation 20 that people have a word for; others show as their code. */
  units: Readonly<Record<string, string | { one: string; other: string }>>;
}

export const pageTexts: Record<Locale, PageTexts> = {
  en: {
    invoice: "Invoice",
    creditNote: "Credit note",
    page: "Page",
    issued: (date) => `Issued on ${date}`,
    due: (date) => `Due on ${date}`,
    delivered: (date) => `Delivered on ${date}`,
    period: (from, to) => `From ${from} to ${to}`,
    order: (reference) => `Order ${reference}`,
    yourReference: (reference) => `Your reference ${reference}`,
    corrects: (number) => `Corrects invoice ${number}`,
    buyer: "Customer",
    delivery: "Delivered to",
    payee: "Pay to",
    item: "Item",
    quantity: "Qty",
    price: "Unit price",
    rate: "VAT",
    amount: "Net amount",
    allowance: "Discount",
    charge: "Charge",
    withoutVat: "Total excluding VAT",
    vat: "VAT",
    withVat: "Total including VAT",
    prepaid: "Already paid",
    rounding: "Rounding",
    payable: "Amount due",
    credited: "Amount credited",
    base: "Taxable amount",
    exemption: "Why there is no VAT",
    account: "Account",
    paymentReference: (reference) => `Payment reference: ${reference}`,
    mandate: (reference) => `Collected by direct debit, mandate ${reference}`,
    vatIn: (amount) => `VAT in the accounting currency: ${amount}`,
    units: {
      C62: "",
      EA: "",
      H87: "",
      HUR: "h",
      DAY: { one: "day", other: "days" },
      MON: { one: "month", other: "months" },
      ANN: { one: "year", other: "years" },
      KGM: "kg",
      MTR: "m",
      LTR: "l",
      KWH: "kWh",
      MIN: "min",
    },
  },
  fr: {
    invoice: "Facture",
    creditNote: "Avoir",
    page: "Page",
    issued: (date) => `Émise le ${date}`,
    due: (date) => `Échéance le ${date}`,
    delivered: (date) => `Livraison le ${date}`,
    period: (from, to) => `Du ${from} au ${to}`,
    order: (reference) => `Commande ${reference}`,
    yourReference: (reference) => `Votre référence ${reference}`,
    corrects: (number) => `Rectifie la facture ${number}`,
    buyer: "Client",
    delivery: "Livré à",
    payee: "À payer à",
    item: "Désignation",
    quantity: "Qté",
    price: "Prix unitaire HT",
    rate: "TVA",
    amount: "Montant HT",
    allowance: "Remise",
    charge: "Frais",
    withoutVat: "Total HT",
    vat: "TVA",
    withVat: "Total TTC",
    prepaid: "Déjà réglé",
    rounding: "Arrondi",
    payable: "Net à payer",
    credited: "Montant de l’avoir",
    base: "Base HT",
    exemption: "Motif d’absence de TVA",
    account: "Compte",
    paymentReference: (reference) => `Référence du paiement\u00a0: ${reference}`,
    mandate: (reference) => `Prélèvement SEPA, mandat ${reference}`,
    vatIn: (amount) => `TVA dans la devise comptable\u00a0: ${amount}`,
    units: {
      C62: "",
      EA: "",
      H87: "",
      HUR: "h",
      DAY: { one: "jour", other: "jours" },
      MON: "mois",
      ANN: { one: "an", other: "ans" },
      KGM: "kg",
      MTR: "m",
      LTR: "l",
      KWH: "kWh",
      MIN: "min",
    },
  },
};
