/** One invoice of everything the story bills together: an object, work, a prorated subscription and usage. For tests, bench and docs. */
import type { EInvoice, EInvoiceLine } from "./types.ts";

const standard = { category: "S", rate: "20" };

export const sampleInvoice: EInvoice = {
  number: "F-2026-000042",
  issueDate: "2026-11-22",
  dueDate: "2026-12-22",
  currency: "EUR",
  buyerReference: "ACHATS-7",
  seller: {
    name: "Réseaux du Rhône SAS",
    legalId: { id: "732829320", scheme: "0002" },
    vatId: "FR44732829320",
    electronicAddress: { id: "732829320", scheme: "0225" },
    address: { line1: "12 rue de la République", city: "Lyon", postcode: "69002", country: "FR" },
    contact: { name: "Service clients", phone: "+33 4 72 00 00 00", email: "factures@example.org" },
  },
  buyer: {
    name: "Atelier Martin SARL",
    legalId: { id: "404833048", scheme: "0002" },
    vatId: "FR83404833048",
    electronicAddress: { id: "404833048", scheme: "0225" },
    address: { line1: "3 quai Rambaud", city: "Lyon", postcode: "69002", country: "FR" },
  },
  payment: {
    meansCode: "58",
    reference: "F-2026-000042",
    transfers: [{ account: "FR7630006000011234567890189", accountName: "Réseaux du Rhône SAS", bank: "AGRIFRPP" }],
  },
  lines: [
    { quantity: "1", unit: "C62", price: { net: "89.90" }, vat: standard, item: { name: "Routeur Wi-Fi 7", sellerId: "RT-7" } },
    { quantity: "2.5", unit: "HUR", price: { net: "62.00" }, vat: standard, item: { name: "Installation par un technicien" } },
    {
      quantity: "1",
      unit: "MON",
      price: { net: "45.00" },
      vat: standard,
      item: { name: "Fibre Pro" },
      period: { start: "2026-11-10", end: "2026-11-30" },
      allowances: [{ amount: "13.50", reason: "Prorata", reasonCode: "95" }],
    },
    { quantity: "12345", unit: "C62", price: { net: "0.0006" }, vat: standard, item: { name: "Minutes vers les mobiles" } },
  ],
};

/** The same customer with as many lines as asked, a few of them with an allowance or a base quantity. */
export function sampleInvoiceOf(lines: number): EInvoice {
  return { ...sampleInvoice, lines: Array.from({ length: lines }, (_, index) => sampleLine(index)) };
}

function sampleLine(index: number): EInvoiceLine {
  const cents = String((index * 37) % 100).padStart(2, "0");
  return {
    quantity: String((index % 9) + 1),
    unit: "C62",
    price: { net: `${(index % 50) + 1}.${cents}5`, ...(index % 10 === 0 ? { baseQuantity: "10" } : {}) },
    vat: { category: "S", rate: ["20", "10", "5.5"][index % 3]! },
    item: { name: `Article ${index + 1}`, sellerId: `A-${index + 1}` },
    ...(index % 7 === 0 ? { allowances: [{ percentage: "5", reason: "Remise", reasonCode: "95" }] } : {}),
  };
}

/** Every term of the norm at once: several VAT categories, allowances and charges on both levels, prepaid, rounding, two currencies. */
export const richInvoice: EInvoice = {
  ...sampleInvoice,
  typeCode: "380",
  taxCurrency: "SEK",
  taxPointCode: "3",
  projectReference: "P-9",
  contractReference: "C-12",
  orderReference: "PO-77",
  salesOrderReference: "SO-31",
  receivingAdviceReference: "RA-1",
  despatchAdviceReference: "DA-1",
  tenderReference: "LOT-2",
  object: { id: "07 1234", scheme: "ABT" },
  buyerAccountingReference: "6061",
  paymentTerms: "30 jours nets",
  notes: [
    { subject: "PMT", text: "Indemnité forfaitaire de recouvrement : 40 €" },
    { subject: "PMD", text: "Pénalités de retard : trois fois le taux légal" },
  ],
  precedingInvoices: [{ number: "F-2026-000007", issueDate: "2026-05-04" }],
  seller: {
    ...sampleInvoice.seller,
    tradingName: "Rhône Fibre",
    ids: [{ id: "fournisseur-1" }, { id: "5790000435951", scheme: "0088" }],
    legalForm: "SAS au capital de 100 000 €",
    taxId: "69-12",
  },
  buyer: {
    ...sampleInvoice.buyer,
    tradingName: "Atelier M",
    ids: [{ id: "client-4" }],
    contact: { name: "Léa Martin", phone: "+33 6 00 00 00 00", email: "lea@example.org" },
  },
  payee: { name: "Affacturage du Sud SA", id: { id: "AF-1" }, legalId: { id: "552100554", scheme: "0002" } },
  taxRepresentative: {
    name: "Fiscal & Fils",
    vatId: "FR76552100554",
    address: { line1: "1 place Bellecour", city: "Lyon", country: "FR" },
  },
  delivery: {
    name: "Atelier Martin, dépôt",
    locationId: { id: "5790000435975", scheme: "0088" },
    date: "2026-11-10",
    address: {
      line1: "8 rue du Port",
      line2: "Bât. B",
      line3: "Quai 3",
      city: "Anvers",
      postcode: "2000",
      subdivision: "Anvers",
      country: "BE",
    },
  },
  period: { start: "2026-11-01", end: "2026-11-30" },
  payment: {
    meansCode: "58",
    meansText: "Virement SEPA",
    reference: "F-2026-000042",
    transfers: [
      { account: "FR7630006000011234567890189", accountName: "Affacturage du Sud SA", bank: "AGRIFRPP" },
      { account: "12345-67", accountName: "Compte interne" },
    ],
    card: { number: "1234", holder: "Léa Martin" },
    mandate: "RUM-1",
    creditorId: "FR12ZZZ123456",
    debitedAccount: "FR7630006000019876543210123",
  },
  allowances: [
    { percentage: "10", baseAmount: "200.00", vat: { category: "S", rate: "20" }, reason: "Remise fidélité", reasonCode: "95" },
    { amount: "5.00", vat: { category: "E" }, reason: "Geste commercial" },
  ],
  charges: [{ amount: "12.34", vat: { category: "S", rate: "5.5" }, reason: "Port", reasonCode: "FC" }],
  vatBreakdown: [{ category: "E", exemptionReason: "Article 261 du CGI", exemptionReasonCode: "VATEX-FR-CGI261-4" }],
  totals: { prepaid: "100.00", rounding: "0.01", vatInAccountingCurrency: "640.12" },
  documents: [
    {
      reference: "PV-1",
      description: "Procès-verbal de recette",
      file: { name: "pv.pdf", mime: "application/pdf", base64: "JVBERi0xLjcK" },
    },
    { reference: "CGV", url: "https://example.org/cgv" },
  ],
  lines: [
    {
      ...sampleInvoice.lines![0]!,
      note: "Remplacé sous garantie",
      object: { id: "SN-1", scheme: "AVE" },
      orderLine: "10",
      accountingReference: "6063",
      period: { start: "2026-11-01", end: "2026-11-15" },
      price: { gross: "99.90", discount: "10.00" },
      charges: [{ amount: "1.50", reason: "Éco-participation", reasonCode: "AEO" }],
      item: {
        name: "Routeur Wi-Fi 7",
        description: "Routeur avec antennes",
        sellerId: "RT-7",
        buyerId: "M-33",
        standardId: { id: "4006381333931", scheme: "0160" },
        classifications: [{ code: "43222609", list: "TST", version: "19.05" }],
        originCountry: "TW",
        attributes: [{ name: "Couleur", value: "Blanc" }],
      },
    },
    {
      quantity: "3",
      unit: "KGM",
      price: { net: "0.125", baseQuantity: "2.5" },
      vat: { category: "S", rate: "5.50" },
      item: { name: "Visserie" },
    },
    { quantity: "1", unit: "C62", price: { net: "50" }, vat: { category: "E" }, item: { name: "Formation" } },
    { quantity: "1", unit: "C62", price: { net: "75.00" }, vat: { category: "AE" }, item: { name: "Sous-traitance" } },
    { quantity: "1", unit: "C62", price: { net: "20.00" }, vat: { category: "K" }, item: { name: "Antenne" } },
    { quantity: "1", unit: "C62", price: { net: "30.00" }, vat: { category: "G" }, item: { name: "Mât" } },
    { quantity: "1", unit: "C62", price: { net: "10.00" }, vat: { category: "Z" }, item: { name: "Brochure" } },
  ],
};
