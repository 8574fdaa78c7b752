/** Rules about how a UBL document is written, which its terms alone do not show. */
import type { EInvoice } from "../types.ts";
import { all, textOf, type XmlNode } from "../xml-read.ts";
import { isPeppol } from "../specifications.ts";
import type { Report } from "./report.ts";

export function checkUblDocument(root: XmlNode, invoice: EInvoice, report: Report): void {
  const amounts = all(root, "TaxTotal", "TaxAmount").filter((amount) => amount.attributes["currencyID"] === invoice.currency);
  if (amounts.length > 1) report("BR-CO-15", "totals.vat", { expected: "1 x cac:TaxTotal", found: String(amounts.length) });
  if (!isPeppol(invoice.specification)) return;
  if (all(root, "Note").length > 1) report("PEPPOL-EN16931-R002", "notes");
  const taxTotals = all(root, "TaxTotal");
  const detailed = taxTotals.filter((each) => all(each, "TaxSubtotal").length > 0).length;
  if (detailed !== 1) report("PEPPOL-EN16931-R053", "vatBreakdown", { found: String(detailed) });
  if (taxTotals.length - detailed !== (invoice.taxCurrency === undefined ? 0 : 1))
    report("PEPPOL-EN16931-R054", "totals.vatInAccountingCurrency", { found: String(taxTotals.length - detailed) });
  if (invoice.projectReference !== undefined && root.name === "CreditNote") {
    const projects = all(root, "AdditionalDocumentReference").filter((each) => textOf(each, "DocumentTypeCode") === "50");
    if (projects.length > 1) report("PEPPOL-EN16931-R080", "projectReference");
  }
  checkElements(root, `/${root.name}`, invoice, report, false);
}

const money = new Set([
  "Amount",
  "BaseAmount",
  "PriceAmount",
  "TaxableAmount",
  "LineExtensionAmount",
  "TaxExclusiveAmount",
  "TaxInclusiveAmount",
  "AllowanceTotalAmount",
  "ChargeTotalAmount",
  "PrepaidAmount",
  "PayableRoundingAmount",
  "PayableAmount",
]);

/** No empty elements (R008), one currency (R051), true or false charge indicators (R043), dates as dates (F001). */
function checkElements(node: XmlNode, path: string, invoice: EInvoice, report: Report, detailed: boolean): void {
  if (node.children.length === 0 && node.text === "") report("PEPPOL-EN16931-R008", path);
  if ((money.has(node.name) || (node.name === "TaxAmount" && detailed)) && node.attributes["currencyID"] !== invoice.currency)
    report("PEPPOL-EN16931-R051", path, { expected: invoice.currency ?? "", found: node.attributes["currencyID"] ?? "" });
  if (node.name === "ChargeIndicator" && node.text !== "true" && node.text !== "false")
    report("PEPPOL-EN16931-R043", path, { found: node.text });
  if (node.name.endsWith("Date") && node.children.length === 0 && !isDay(node.text))
    report("PEPPOL-EN16931-F001", path, { found: node.text });
  const counts = new Map<string, number>();
  const within = node.name === "TaxTotal" ? all(node, "TaxSubtotal").length > 0 : detailed;
  for (const child of node.children) {
    const count = (counts.get(child.name) ?? 0) + 1;
    counts.set(child.name, count);
    checkElements(child, `${path}/${child.name}[${count}]`, invoice, report, within);
  }
}

const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) &&
  !Number.isNaN(Date.parse(text)) &&
  new Date(Date.parse(text)).toISOString().startsWith(text);
