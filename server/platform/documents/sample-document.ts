/** The data of `templates/sample.typ` in both languages: what the layout can show, and the start of a new template. */
import { formatDate, formatMoney, formatNumber, formatPercent } from "../i18n/format.ts";
import type { Locale } from "../i18n/locale.ts";
import { percentOf } from "../money.ts";

const texts = {
  en: {
    title: "Quote",
    facts: (issued: string, until: string) => [`Issued on ${issued}`, `Valid until ${until}`],
    client: "Customer",
    contact: "Your contact",
    columns: ["Ref.", "Item", "Qty", "Unit price", "Discount", "Total"],
    access: "Access",
    site: "On site",
    items: ["Fibre access 1 Gb/s, symmetric", "Ceiling Wi‑Fi access point", "Installation and start-up"],
    details: [
      "Guaranteed rate, repair within 4 hours, fixed address",
      "Covers 150 m², powered over Ethernet",
      "Cabling, acceptance, training of the teams",
    ],
    subtotal: "Subtotal",
    net: "Total excluding VAT",
    vat: (rate: string) => `VAT ${rate}`,
    gross: "Total including VAT",
    terms:
      "Payment within 30 days by transfer or direct debit. Late payment: three times the legal rate of interest, and a fixed €40 for recovery.",
    sign: "Agreed: date, name and signature",
  },
  fr: {
    title: "Devis",
    facts: (issued: string, until: string) => [`Émis le ${issued}`, `Valable jusqu’au ${until}`],
    client: "Client",
    contact: "Votre interlocutrice",
    columns: ["Réf.", "Désignation", "Qté", "Prix unitaire HT", "Remise", "Total HT"],
    access: "Accès",
    site: "Sur site",
    items: ["Accès fibre 1 Gb/s symétrique", "Borne Wi‑Fi plafonnière", "Installation et mise en service"],
    details: [
      "Débit garanti, rétablissement en 4 h, adresse fixe",
      "Couverture 150 m², alimentation par le câble réseau",
      "Tirage de câble, recette, formation des équipes",
    ],
    subtotal: "Sous-total",
    net: "Total HT",
    vat: (rate: string) => `TVA ${rate}`,
    gross: "Total TTC",
    terms:
      "Paiement à 30 jours par virement ou prélèvement SEPA. Pénalités de retard\u00a0: trois fois le taux d’intérêt légal\u00a0; indemnité forfaitaire de 40\u00a0€.",
    sign: "Bon pour accord\u00a0: date, nom et signature",
  },
} as const;

/** A quote-like document of `copies` x 3 lines, its sums computed from the lines. */
export function sampleDocument(locale: Locale, copies = 1) {
  const text = texts[locale];
  const money = (minor: bigint) => formatMoney(minor, "EUR", locale);
  const items = [
    { unit: 8900n, quantity: 12n, discount: 0n },
    { unit: 24_990n, quantity: 18n, discount: 10n },
    { unit: 145_000n, quantity: 1n, discount: 0n },
  ];
  const lines = Array.from({ length: copies * 3 }, (_, index) => {
    const { unit, quantity, discount } = items[index % 3]!;
    const gross = unit * quantity;
    const total = gross - percentOf(gross, String(discount));
    const remission = discount === 0n ? "" : formatPercent(`-${discount}`, locale);
    const cells = [
      { text: `REF-${1000 + index}`, tone: "soft" },
      { text: text.items[index % 3], detail: text.details[index % 3], strong: true },
      formatNumber(quantity, locale),
      money(unit),
      remission,
      money(total),
    ];
    return { total, site: index % 3 === 2, row: { cells } };
  });
  const sum = (chosen: typeof lines) => chosen.reduce((total, line) => total + line.total, 0n);
  const group = (title: string, site: boolean) => {
    const inside = lines.filter((line) => line.site === site);
    return [
      { group: title },
      ...inside.map((line) => line.row),
      { subtotal: `${text.subtotal} ${title.toLowerCase()}`, amount: money(sum(inside)) },
    ];
  };
  const net = sum(lines);
  const vat = percentOf(net, "20");
  const wide = { align: "right" };
  const shape = [{}, { width: "fill" }, wide, wide, { ...wide, tone: "alarm" }, { ...wide, strong: true }];
  return {
    brand: { name: "océane", color: "#4338ca" },
    title: text.title,
    reference: "DEV-2026-00417 · v3",
    pageLabel: "Page",
    legal: `Océane Télécom SAS · SIREN 812 345 678 · ${locale === "fr" ? "TVA" : "VAT"} FR40812345678`,
    sender: ["Océane Télécom SAS", "14 rue de l’Évêché", "13002 Marseille"],
    facts: text.facts(formatDate("2026-11-21", locale), formatDate("2026-12-21", locale)),
    parties: [
      { label: text.client, name: "Atelier Martin", lines: ["Mme Léa Martin", "3 quai de la Pêcherie", "06000 Nice"] },
      { label: text.contact, name: "Inès Moreau", lines: ["ines.moreau@oceane.example"] },
    ],
    columns: text.columns.map((label, index) => ({ label, ...shape[index] })),
    rows: [...group(text.access, false), ...group(text.site, true)],
    totals: [
      { label: text.net, amount: money(net) },
      { label: text.vat(formatPercent("20", locale)), amount: money(vat) },
      { label: text.gross, amount: money(net + vat), grand: true },
    ],
    terms: text.terms,
    signHere: text.sign,
  };
}
