import { completeChecked } from "./complete-checked.ts";
import { isCreditNote, isPeppol } from "./specifications.ts";
import type { EInvoice } from "./types.ts";
import { ublAllowance, ublLine, ublPayment, ublTotals, ublVat } from "./ubl-write-amounts.ts";
import { ublDelivery, ublIdentifier, ublParty, ublPayee, ublPeriod, ublTaxRepresentative } from "./ubl-write-parties.ts";
import { group, leaf, writeXml, type XmlElement } from "./xml.ts";

const namespaces = {
  "xmlns:cac": "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2",
  "xmlns:cbc": "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2",
};

/**
 * The invoice as UBL 2.1: an Invoice, or a CreditNote for credit note types. Peppol BIS Billing 3 when the invoice has the
 * electronic addresses and a buyer or order reference (or says so in `specification`), else the plain European norm.
 * Amounts left out are computed. Throws EInvoiceError with every broken rule rather than write a document that is refused.
 */
export function buildUbl(invoice: EInvoice): string {
  return writeUbl(completeChecked(invoice));
}

/** The document of an invoice that is complete, whether it is right or not. */
export function writeUbl(invoice: EInvoice): string {
  const credit = isCreditNote(invoice.typeCode);
  const root = group(credit ? "CreditNote" : "Invoice", header(invoice, credit), body(invoice));
  const name = credit ? "CreditNote-2" : "Invoice-2";
  return writeXml(root!, { xmlns: `urn:oasis:names:specification:ubl:schema:xsd:${name}`, ...namespaces });
}

function header(invoice: EInvoice, credit: boolean): (XmlElement | undefined)[] {
  const taxPointDate = leaf("cbc:TaxPointDate", invoice.taxPointDate);
  return [
    leaf("cbc:CustomizationID", invoice.specification),
    leaf("cbc:ProfileID", invoice.process),
    leaf("cbc:ID", invoice.number),
    leaf("cbc:IssueDate", invoice.issueDate),
    // the two schemas do not put the tax point in the same place, and a credit note has no due date here
    ...(credit
      ? [taxPointDate, leaf("cbc:CreditNoteTypeCode", invoice.typeCode), ...notes(invoice)]
      : [leaf("cbc:DueDate", invoice.dueDate), leaf("cbc:InvoiceTypeCode", invoice.typeCode), ...notes(invoice), taxPointDate]),
    leaf("cbc:DocumentCurrencyCode", invoice.currency),
    leaf("cbc:TaxCurrencyCode", invoice.taxCurrency),
    leaf("cbc:AccountingCost", invoice.buyerAccountingReference),
    leaf("cbc:BuyerReference", invoice.buyerReference),
    ublPeriod(invoice.period, invoice.taxPointCode),
    orderReference(invoice),
    ...(invoice.precedingInvoices ?? []).map((each) =>
      group(
        "cac:BillingReference",
        group("cac:InvoiceDocumentReference", leaf("cbc:ID", each.number), leaf("cbc:IssueDate", each.issueDate)),
      ),
    ),
    ...references(invoice, credit),
  ];
}

/** Peppol allows one note (R002): several are written as one, each opened by its subject code, and read back as several. */
function notes(invoice: EInvoice): (XmlElement | undefined)[] {
  const texts = (invoice.notes ?? []).map((note) => (note.subject === undefined ? note.text : `#${note.subject}#${note.text}`));
  const written = isPeppol(invoice.specification) && texts.length > 1 ? [texts.join("\n")] : texts;
  return written.map((text) => leaf("cbc:Note", text));
}

const orderReference = (invoice: EInvoice): XmlElement | undefined =>
  invoice.orderReference === undefined && invoice.salesOrderReference === undefined
    ? undefined
    : group(
        "cac:OrderReference",
        // the schema asks for an order number beside the sales order's
        leaf("cbc:ID", invoice.orderReference ?? "NA"),
        leaf("cbc:SalesOrderID", invoice.salesOrderReference),
      );

function references(invoice: EInvoice, credit: boolean): (XmlElement | undefined)[] {
  const reference = (name: string, id: string | undefined): XmlElement | undefined => group(name, leaf("cbc:ID", id));
  const originator = reference("cac:OriginatorDocumentReference", invoice.tenderReference);
  const contract = reference("cac:ContractDocumentReference", invoice.contractReference);
  const additional = [
    invoice.object &&
      group("cac:AdditionalDocumentReference", ublIdentifier("cbc:ID", invoice.object), leaf("cbc:DocumentTypeCode", "130")),
    // a UBL credit note has no project reference of its own
    credit && invoice.projectReference !== undefined
      ? group("cac:AdditionalDocumentReference", leaf("cbc:ID", invoice.projectReference), leaf("cbc:DocumentTypeCode", "50"))
      : undefined,
    ...(invoice.documents ?? []).map((each) =>
      group(
        "cac:AdditionalDocumentReference",
        leaf("cbc:ID", each.reference),
        leaf("cbc:DocumentDescription", each.description),
        group(
          "cac:Attachment",
          leaf("cbc:EmbeddedDocumentBinaryObject", each.file?.base64, { mimeCode: each.file?.mime, filename: each.file?.name }),
          group("cac:ExternalReference", leaf("cbc:URI", each.url)),
        ),
      ),
    ),
  ];
  return [
    reference("cac:DespatchDocumentReference", invoice.despatchAdviceReference),
    reference("cac:ReceiptDocumentReference", invoice.receivingAdviceReference),
    ...(credit
      ? [contract, ...additional, originator]
      : [originator, contract, ...additional, reference("cac:ProjectReference", invoice.projectReference)]),
  ];
}

function body(invoice: EInvoice): (XmlElement | undefined)[] {
  const creditorId = invoice.payment?.creditorId;
  return [
    ublParty("cac:AccountingSupplierParty", invoice.seller, invoice.payee ? undefined : creditorId),
    ublParty("cac:AccountingCustomerParty", invoice.buyer),
    ublPayee(invoice.payee, creditorId),
    ublTaxRepresentative(invoice.taxRepresentative),
    ublDelivery(invoice.delivery),
    ...ublPayment(invoice),
    group("cac:PaymentTerms", leaf("cbc:Note", invoice.paymentTerms)),
    ...(invoice.allowances ?? []).map((each) => ublAllowance(false, each, invoice.currency)),
    ...(invoice.charges ?? []).map((each) => ublAllowance(true, each, invoice.currency)),
    ...ublVat(invoice),
    ublTotals(invoice),
    ...(invoice.lines ?? []).map((line) => ublLine(line, invoice)),
  ];
}
