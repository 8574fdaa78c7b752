import { present, some } from "./present.ts";
import type { EInvoice } from "./types.ts";
import { isCharge, readAllowance, readLine, readVatGroup } from "./ubl-read-lines.ts";
import {
  readCreditorId,
  readDelivery,
  readIdentifier,
  readParty,
  readPayee,
  readPeriod,
  readTaxRepresentative,
} from "./ubl-read-parties.ts";
import { all, first, textOf, type XmlNode } from "./xml-read.ts";

/** A UBL 2.1 Invoice or CreditNote as it is stated: nothing is computed, nothing is checked. */
export function parseUbl(root: XmlNode): EInvoice {
  const credit = root.name === "CreditNote";
  const seller = first(root, "AccountingSupplierParty", "Party");
  const references = readReferences(root, credit);
  const order = first(root, "OrderReference");
  const salesOrderReference = textOf(order, "SalesOrderID");
  const orderReference = textOf(order, "ID");
  const allowances = all(root, "AllowanceCharge");
  return present({
    number: textOf(root, "ID"),
    issueDate: textOf(root, "IssueDate"),
    typeCode: textOf(root, credit ? "CreditNoteTypeCode" : "InvoiceTypeCode"),
    currency: textOf(root, "DocumentCurrencyCode"),
    taxCurrency: textOf(root, "TaxCurrencyCode"),
    taxPointDate: textOf(root, "TaxPointDate"),
    taxPointCode: textOf(root, "InvoicePeriod", "DescriptionCode"),
    dueDate: textOf(root, "DueDate") ?? textOf(root, "PaymentMeans", "PaymentDueDate"),
    buyerReference: textOf(root, "BuyerReference"),
    projectReference: textOf(root, "ProjectReference", "ID") ?? references.project,
    contractReference: textOf(root, "ContractDocumentReference", "ID"),
    orderReference: orderReference === "NA" && salesOrderReference !== undefined ? undefined : orderReference,
    salesOrderReference,
    receivingAdviceReference: textOf(root, "ReceiptDocumentReference", "ID"),
    despatchAdviceReference: textOf(root, "DespatchDocumentReference", "ID"),
    tenderReference: textOf(root, "OriginatorDocumentReference", "ID"),
    object: references.object,
    buyerAccountingReference: textOf(root, "AccountingCost"),
    paymentTerms: textOf(root, "PaymentTerms", "Note"),
    notes: some(all(root, "Note").flatMap((note) => splitNote(note.text))),
    process: textOf(root, "ProfileID"),
    specification: textOf(root, "CustomizationID"),
    precedingInvoices: some(
      all(root, "BillingReference", "InvoiceDocumentReference").map((each) =>
        present({ number: textOf(each, "ID"), issueDate: textOf(each, "IssueDate") }),
      ),
    ),
    seller: readParty(seller),
    buyer: readParty(first(root, "AccountingCustomerParty", "Party")),
    payee: readPayee(first(root, "PayeeParty")),
    taxRepresentative: readTaxRepresentative(first(root, "TaxRepresentativeParty")),
    delivery: readDelivery(first(root, "Delivery")),
    period: readPeriod(first(root, "InvoicePeriod")),
    payment: readPayment(root, readCreditorId(seller, first(root, "PayeeParty"))),
    allowances: some(allowances.filter((each) => !isCharge(each)).map(readAllowance)),
    charges: some(allowances.filter(isCharge).map(readAllowance)),
    totals: readTotals(root),
    vatBreakdown: some(all(root, "TaxTotal", "TaxSubtotal").map(readVatGroup)),
    documents: references.documents,
    lines: some(all(root, credit ? "CreditNoteLine" : "InvoiceLine").map(readLine)),
  });
}

/** "#AAI#text" carries its subject code (BT-21). Several notes written as one are told apart by the code that opens a line. */
function splitNote(note: string): { subject?: string; text: string }[] {
  if (note === "") return [];
  return note.split(/\n(?=#[A-Z0-9]{3}#)/).flatMap((part) => {
    const match = /^#([A-Z0-9]{3})#([\s\S]*)$/.exec(part.trim());
    const text = (match ? match[2]! : part).trim();
    return text === "" ? [] : [match ? { subject: match[1]!, text } : { text }];
  });
}

function readReferences(root: XmlNode, credit: boolean): Pick<EInvoice, "object" | "documents"> & { project?: string } {
  const additional = all(root, "AdditionalDocumentReference");
  const typed = (code: string): XmlNode | undefined => additional.find((each) => textOf(each, "DocumentTypeCode") === code);
  const documents = additional
    .filter((each) => !["130", ...(credit ? ["50"] : [])].includes(textOf(each, "DocumentTypeCode") ?? ""))
    .map((each) => {
      const file = first(each, "Attachment", "EmbeddedDocumentBinaryObject");
      return present({
        reference: textOf(each, "ID"),
        description: textOf(each, "DocumentDescription"),
        url: textOf(each, "Attachment", "ExternalReference", "URI"),
        file: file && { name: file.attributes["filename"] ?? "", mime: file.attributes["mimeCode"] ?? "", base64: file.text },
      });
    });
  return present({
    object: readIdentifier(first(typed("130"), "ID")),
    project: credit ? textOf(typed("50"), "ID") : undefined,
    documents: some(documents),
  });
}

function readPayment(root: XmlNode, creditorId: string | undefined): EInvoice["payment"] {
  const means = all(root, "PaymentMeans");
  const [main] = means;
  if (!main && creditorId === undefined) return undefined;
  const card = means.map((each) => first(each, "CardAccount")).find((each) => each !== undefined);
  const mandate = means.map((each) => first(each, "PaymentMandate")).find((each) => each !== undefined);
  const code = first(main, "PaymentMeansCode");
  return present({
    meansCode: code?.text || undefined,
    meansText: code?.attributes["name"],
    reference: textOf(main, "PaymentID"),
    transfers: some(
      all(root, "PaymentMeans", "PayeeFinancialAccount").map((each) =>
        present({
          account: textOf(each, "ID"),
          accountName: textOf(each, "Name"),
          bank: textOf(each, "FinancialInstitutionBranch", "ID"),
        }),
      ),
    ),
    card: card && present({ number: textOf(card, "PrimaryAccountNumberID") ?? "", holder: textOf(card, "HolderName") }),
    mandate: textOf(mandate, "ID"),
    creditorId,
    debitedAccount: textOf(mandate, "PayerFinancialAccount", "ID"),
  });
}

/** The VAT totals are told apart by their currency; one without subtotals may be in the accounting currency (BT-111). */
function readTotals(root: XmlNode): EInvoice["totals"] {
  const node = first(root, "LegalMonetaryTotal");
  const currency = textOf(root, "DocumentCurrencyCode");
  const taxCurrency = textOf(root, "TaxCurrencyCode");
  const amounts = all(root, "TaxTotal", "TaxAmount");
  const inCurrency = (code: string | undefined): string | undefined =>
    amounts.find((amount) => amount.attributes["currencyID"] === code)?.text || undefined;
  const totals = present({
    lineTotal: textOf(node, "LineExtensionAmount"),
    allowanceTotal: textOf(node, "AllowanceTotalAmount"),
    chargeTotal: textOf(node, "ChargeTotalAmount"),
    withoutVat: textOf(node, "TaxExclusiveAmount"),
    vat: inCurrency(currency),
    vatInAccountingCurrency: taxCurrency === undefined || taxCurrency === currency ? undefined : inCurrency(taxCurrency),
    withVat: textOf(node, "TaxInclusiveAmount"),
    prepaid: textOf(node, "PrepaidAmount"),
    rounding: textOf(node, "PayableRoundingAmount"),
    payable: textOf(node, "PayableAmount"),
  });
  return Object.keys(totals).length === 0 ? undefined : totals;
}
