/** For tests: how to break each rule, on `richInvoice` completed, on the same with French mentions, and by VAT category. */
import { completeInvoice } from "./complete.ts";
import { families } from "./rules/vat-groups.ts";
import { sampleInvoice } from "./sample-invoice.ts";
import type { EInvoice } from "./types.ts";

// oxlint-disable-next-line typescript/no-explicit-any -- a broken invoice is one that its type forbids
type Change = (invoice: any) => void;
const without =
  (path: string): Change =>
  (invoice) => {
    const keys = path.split(".");
    const last = keys.pop()!;
    delete keys.reduce((value, key) => value[key], invoice)[last];
  };
const set =
  (path: string, value: unknown): Change =>
  (invoice) => {
    const keys = path.split(".");
    const last = keys.pop()!;
    keys.reduce((holder, key) => holder[key], invoice)[last] = value;
  };
const both =
  (...changes: Change[]): Change =>
  (invoice) =>
    changes.forEach((change) => change(invoice));
const noReason = (path: string): Change => both(without(`${path}.reason`), without(`${path}.reasonCode`));

const code = "AVE9";
export const brokenInvoices: readonly (readonly [string, Change])[] = [
  ["BR-01", without("specification")],
  ["BR-02", without("number")],
  ["BR-03", without("issueDate")],
  ["BR-04", without("typeCode")],
  ["BR-05", without("currency")],
  ["BR-06", without("seller.name")],
  ["BR-07", without("buyer.name")],
  ["BR-08", without("seller.address")],
  ["BR-09", without("seller.address.country")],
  ["BR-10", without("buyer.address")],
  ["BR-11", without("buyer.address.country")],
  ["BR-12", without("totals.lineTotal")],
  ["BR-13", without("totals.withoutVat")],
  ["BR-14", without("totals.withVat")],
  ["BR-15", without("totals.payable")],
  ["BR-16", set("lines", [])],
  ["BR-17", set("payee.name", "Réseaux du Rhône SAS")],
  ["BR-18", without("taxRepresentative.name")],
  ["BR-19", without("taxRepresentative.address")],
  ["BR-20", without("taxRepresentative.address.country")],
  ["BR-21", without("lines.0.id")],
  ["BR-22", without("lines.0.quantity")],
  ["BR-23", without("lines.0.unit")],
  ["BR-24", without("lines.0.netAmount")],
  ["BR-25", without("lines.0.item.name")],
  ["BR-26", without("lines.0.price.net")],
  ["BR-27", set("lines.1.price.net", "-0.125")],
  ["BR-28", set("lines.0.price.gross", "-1")],
  ["BR-29", set("period.end", "2026-10-01")],
  ["BR-30", set("lines.0.period.end", "2026-10-01")],
  ["BR-31", without("allowances.0.amount")],
  ["BR-32", without("allowances.0.vat")],
  ["BR-33", noReason("allowances.0")],
  ["BR-36", without("charges.0.amount")],
  ["BR-37", without("charges.0.vat")],
  ["BR-38", noReason("charges.0")],
  ["BR-41", set("lines.0.allowances", [{ reason: "x" }])],
  ["BR-42", set("lines.0.allowances", [{ amount: "1.00" }])],
  ["BR-43", without("lines.0.charges.0.amount")],
  ["BR-44", noReason("lines.0.charges.0")],
  ["BR-45", without("vatBreakdown.0.taxableAmount")],
  ["BR-46", without("vatBreakdown.0.taxAmount")],
  ["BR-47", without("vatBreakdown.0.category")],
  ["BR-48", without("vatBreakdown.0.rate")],
  ["BR-49", without("payment.meansCode")],
  ["BR-50", without("payment.transfers.0.account")],
  ["BR-51", set("payment.card.number", "4111111111111111")],
  ["BR-52", without("documents.0.reference")],
  ["BR-53", without("totals.vatInAccountingCurrency")],
  ["BR-54", without("lines.0.item.attributes.0.value")],
  ["BR-55", without("precedingInvoices.0.number")],
  ["BR-56", without("taxRepresentative.vatId")],
  ["BR-57", without("delivery.address.country")],
  ["BR-61", without("payment.transfers")],
  ["BR-62", without("seller.electronicAddress.scheme")],
  ["BR-63", without("buyer.electronicAddress.scheme")],
  ["BR-64", without("lines.0.item.standardId.scheme")],
  ["BR-65", without("lines.0.item.classifications.0.list")],
  ["UBL-SR-16", set("buyer.ids", [{ id: "1" }, { id: "2" }])],
  ["BR-CO-03", set("taxPointDate", "2026-11-22")],
  ["BR-CO-04", without("lines.0.vat")],
  ["BR-CO-09", set("seller.vatId", "44732829320")],
  ["BR-CO-10", set("totals.lineTotal", "1.00")],
  ["BR-CO-11", without("totals.allowanceTotal")],
  ["BR-CO-12", set("totals.chargeTotal", "12.35")],
  ["BR-CO-13", set("totals.withoutVat", "1.00")],
  ["BR-CO-14", set("totals.vat", "1.00")],
  ["BR-CO-16", set("totals.payable", "1.00")],
  ["BR-CO-17", set("vatBreakdown.1.taxAmount", "0.01")],
  ["BR-CO-18", set("vatBreakdown", [])],
  ["BR-CO-19", set("period", {})],
  ["BR-CO-20", set("lines.0.period", {})],
  ["BR-CO-21", noReason("allowances.0")],
  ["BR-CO-22", noReason("charges.0")],
  ["BR-CO-23", set("lines.0.allowances", [{ amount: "1.00" }])],
  ["BR-CO-24", noReason("lines.0.charges.0")],
  ["BR-CO-25", both(without("dueDate"), without("paymentTerms"))],
  ["BR-CO-26", both(without("seller.ids"), without("seller.legalId"), without("seller.vatId"))],
  ["BR-IC-11", both(without("delivery.date"), without("period"))],
  ["BR-IC-12", without("delivery.address")],
  ["BR-O-11", set("vatBreakdown.0.category", "O")],
  ["BR-O-12", set("vatBreakdown.0.category", "O")],
  ["BR-O-13", set("vatBreakdown.0.category", "O")],
  ["BR-O-14", set("vatBreakdown.0.category", "O")],
  ["BR-DEC-01", set("allowances.0.amount", "20.000")],
  ["BR-DEC-02", set("allowances.0.baseAmount", "200.000")],
  ["BR-DEC-05", set("charges.0.amount", "12.345")],
  ["BR-DEC-06", set("charges.0.baseAmount", "1.001")],
  ...Object.entries({
    "09": "lineTotal",
    "10": "allowanceTotal",
    "11": "chargeTotal",
    "12": "withoutVat",
    "13": "vat",
    "14": "withVat",
    "15": "vatInAccountingCurrency",
    "16": "prepaid",
    "17": "rounding",
    "18": "payable",
  }).map(([rule, term]) => [`BR-DEC-${rule}`, set(`totals.${term}`, "1.005")] as const),
  ["BR-DEC-19", set("vatBreakdown.0.taxableAmount", "1.005")],
  ["BR-DEC-20", set("vatBreakdown.0.taxAmount", "1.005")],
  ["BR-DEC-23", set("lines.0.netAmount", "1.005")],
  ["BR-DEC-24", set("lines.0.allowances", [{ amount: "1.005", reason: "x" }])],
  ["BR-DEC-25", set("lines.0.allowances", [{ amount: "1.00", baseAmount: "1.005", reason: "x" }])],
  ["BR-DEC-27", set("lines.0.charges.0.amount", "1.505")],
  ["BR-DEC-28", set("lines.0.charges.0.baseAmount", "1.505")],
  ["BR-CL-01", set("typeCode", "999")],
  ["BR-CL-04", set("currency", "EURO")],
  ["BR-CL-05", set("taxCurrency", "KR")],
  ["BR-CL-06", set("taxPointCode", "5")],
  ["BR-CL-07", set("object.scheme", code)],
  ["BR-CL-08", set("notes.0.subject", "QQQ")],
  ["BR-CL-10", set("seller.ids.1.scheme", "9999")],
  ["BR-CL-11", set("seller.legalId.scheme", "SIREN")],
  ["BR-CL-13", set("lines.0.item.classifications.0.list", "CPVX")],
  ["BR-CL-14", set("buyer.address.country", "UK")],
  ["BR-CL-15", set("lines.0.item.originCountry", "UK")],
  ["BR-CL-16", set("payment.meansCode", "72")],
  ["BR-CL-17", set("vatBreakdown.0.category", "X")],
  ["BR-CL-18", set("lines.0.vat.category", "X")],
  ["BR-CL-19", set("allowances.0.reasonCode", "FC")],
  ["BR-CL-20", set("charges.0.reasonCode", "95")],
  ["BR-CL-21", set("lines.0.item.standardId.scheme", "GTIN")],
  ["BR-CL-22", set("vatBreakdown.0.exemptionReasonCode", "VATEX-EU-X")],
  ["BR-CL-23", set("lines.0.unit", "pièce")],
  ["BR-CL-24", set("documents.0.file.mime", "text/html")],
  ["BR-CL-25", set("seller.electronicAddress.scheme", "EMAIL")],
  ["BR-CL-26", set("delivery.locationId.scheme", "GLN")],
  ["PEPPOL-EN16931-R001", without("process")],
  ["PEPPOL-EN16931-R003", both(without("buyerReference"), without("orderReference"))],
  ["PEPPOL-EN16931-R005", set("taxCurrency", "EUR")],
  ["PEPPOL-EN16931-R007", set("process", "billing")],
  ["PEPPOL-EN16931-R010", without("buyer.electronicAddress")],
  ["PEPPOL-EN16931-R020", without("seller.electronicAddress")],
  ["PEPPOL-EN16931-R040", set("allowances.0.percentage", "11")],
  ["PEPPOL-EN16931-R041", without("allowances.0.baseAmount")],
  ["PEPPOL-EN16931-R042", without("allowances.0.percentage")],
  ["PEPPOL-EN16931-R046", set("lines.0.price.discount", "9.99")],
  ["PEPPOL-EN16931-R055", set("totals.vatInAccountingCurrency", "-640.12")],
  ["PEPPOL-EN16931-R061", both(set("payment.meansCode", "59"), without("payment.mandate"))],
  ["PEPPOL-EN16931-R110", set("lines.0.period.start", "2026-10-31")],
  ["PEPPOL-EN16931-R111", set("lines.0.period.end", "2026-12-01")],
  ["PEPPOL-EN16931-R120", set("lines.0.quantity", "2")],
  ["PEPPOL-EN16931-R121", set("lines.1.price.baseQuantity", "0")],
  ["PEPPOL-EN16931-R130", set("lines.1.price.baseUnit", "GRM")],
  ["PEPPOL-EN16931-CL008", set("seller.electronicAddress.scheme", "EM")],
  ["PEPPOL-EN16931-P0100", set("typeCode", "384")],
  ["PEPPOL-EN16931-P0101", set("typeCode", "261")],
  ...(
    [
      ["P0104", "VATEX-EU-G"],
      ["P0105", "VATEX-EU-O"],
      ["P0106", "VATEX-EU-IC"],
      ["P0107", "VATEX-EU-AE"],
    ] as const
  ).map(([rule, exemption]) => [`PEPPOL-EN16931-${rule}`, set("vatBreakdown.0.exemptionReasonCode", exemption)] as const),
  ...(
    [
      ["P0108", "VATEX-EU-D"],
      ["P0109", "VATEX-EU-F"],
      ["P0110", "VATEX-EU-I"],
      ["P0111", "VATEX-EU-J"],
    ] as const
  ).map(([rule, exemption]) => [`PEPPOL-EN16931-${rule}`, set("vatBreakdown.3.exemptionReasonCode", exemption)] as const),
  ["PEPPOL-COMMON-R040", set("seller.ids.1.id", "5790000435950")],
  ["PEPPOL-COMMON-R041", set("buyer.legalId", { id: "123456789", scheme: "0192" })],
  ["PEPPOL-COMMON-R042", set("buyer.legalId", { id: "12345678", scheme: "0184" })],
  ["PEPPOL-COMMON-R043", set("buyer.legalId", { id: "0202239952", scheme: "0208" })],
  ["PEPPOL-COMMON-R049", set("buyer.legalId", { id: "5567212048", scheme: "0007" })],
  ["PEPPOL-COMMON-R050", set("buyer.legalId", { id: "51824753557", scheme: "0151" })],
];

export const brokenFrench: readonly (readonly [string, Change])[] = [
  ["BR-FR-01", set("number", "F".repeat(36))],
  ["BR-FR-02", set("number", "F 2026")],
  ["BR-FR-03", set("issueDate", "1999-12-31")],
  ["BR-FR-04", set("typeCode", "71")],
  ["BR-FR-05", set("notes", [])],
  ["BR-FR-06", (invoice) => invoice.notes.push(invoice.notes[0])],
  ["BR-FR-09", set("seller.ids", [{ id: "73282932", scheme: "0009" }])],
  ["BR-FR-10", without("seller.legalId.scheme")],
  ["BR-FR-11", without("buyer.legalId")],
  ["BR-FR-12", without("buyer.electronicAddress")],
  ["BR-FR-13", without("seller.electronicAddress")],
  ["BR-FR-15", set("lines.0.vat.category", "L")],
  ["BR-FR-16", set("lines.0.vat.rate", "21")],
  ["BR-FR-17", set("documents", [{ reference: "1", description: "Mon RIB" }])],
  [
    "BR-FR-18",
    set("documents", [
      { reference: "1", description: "LISIBLE" },
      { reference: "2", description: "LISIBLE" },
    ]),
  ],
  ["BR-FR-20", set("notes.3.text", "B2G")],
  ["BR-FR-21", set("buyer.electronicAddress", { id: "a@example.org", scheme: "EM" })],
  ["BR-FR-22", both(set("typeCode", "389"), set("seller.electronicAddress", { id: "a@example.org", scheme: "EM" }))],
  ["BR-FR-23", set("buyer.electronicAddress.id", "404833048 A")],
  ["BR-FR-25", set("buyer.electronicAddress.id", "4".repeat(126))],
  ["BR-FR-31", (invoice) => invoice.notes.push({ subject: "BAR", text: "B2C" })],
  ["BR-FR-32", set("buyer.legalId.id", "4048330")],
  ["BR-FR-CO-03", set("typeCode", "262")],
  ["BR-FR-CO-04", set("typeCode", "384")],
  ["BR-FR-CO-05", set("typeCode", "381")],
  ["BR-FR-CO-07", set("dueDate", "2026-01-01")],
  ["BR-FR-CO-08", both(set("process", "M4"), set("typeCode", "386"))],
  ["BR-FR-CO-09", set("process", "S2")],
  ["BR-FR-CO-10", set("seller.ids", [{ id: "1" }])],
  ["BR-FR-DEC-02", set("lines.0.quantity", "1.00001")],
  ["BR-FR-DEC-03", set("lines.0.price.net", "89.9000001")],
  ["BR-FR-DEC-04", set("lines.0.vat.rate", "20.001")],
];

/** An invoice of one VAT category alone, with an allowance and a charge of it. */
export function invoiceOf(category: string): EInvoice {
  const rate = ["S", "L", "M"].includes(category) ? "20" : category === "O" ? undefined : "0";
  const vat = { category, ...(rate === undefined ? {} : { rate }) };
  // oxlint-disable-next-line typescript/no-explicit-any -- as above
  const base: any = {
    ...sampleInvoice,
    specification: "urn:cen.eu:en16931:2017",
    ...(category === "O" ? { seller: { ...sampleInvoice.seller }, buyer: { ...sampleInvoice.buyer } } : {}),
    delivery: { date: "2026-11-10", address: { country: "BE" } },
    lines: sampleInvoice.lines!.map((line) => ({ ...line, vat })),
    allowances: [{ amount: "1.00", vat, reason: "x" }],
    charges: [{ amount: "2.00", vat, reason: "y" }],
    ...(category === "E" ? { vatBreakdown: [{ category, exemptionReason: "z" }] } : {}),
  };
  if (category === "O") {
    delete base.seller.vatId;
    delete base.buyer.vatId;
  }
  return completeInvoice(base);
}

/** Every rule 01 to 10 of every category, on an invoice of that category alone. */
export function brokenVat(): (readonly [string, EInvoice])[] {
  return Object.entries(families).flatMap(([category, family]) => {
    const whole = invoiceOf(category);
    const wrongRate = category === "S" ? "0" : category === "L" || category === "M" ? "-1" : "5";
    const wrongNumber: Change = category === "O" ? set("seller.vatId", "FR1") : without("seller.vatId");
    const taxed = ["S", "Z", "L", "M"].includes(category);
    const changes: Record<string, Change> = {
      "01": set("vatBreakdown", []),
      "02": wrongNumber,
      "03": wrongNumber,
      "04": wrongNumber,
      "05": set("lines.0.vat.rate", wrongRate),
      "06": set("allowances.0.vat.rate", wrongRate),
      "07": set("charges.0.vat.rate", wrongRate),
      "08": set("vatBreakdown.0.taxableAmount", "1.00"),
      "09": set("vatBreakdown.0.taxAmount", "1.00"),
      "10": taxed
        ? set("vatBreakdown.0.exemptionReason", "x")
        : both(without("vatBreakdown.0.exemptionReason"), without("vatBreakdown.0.exemptionReasonCode")),
    };
    return Object.entries(changes).map(([number, change]) => {
      const copy = structuredClone(whole);
      change(copy);
      return [`BR-${family}-${number}`, copy] as const;
    });
  });
}
