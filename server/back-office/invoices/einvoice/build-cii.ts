import { ciiAllowance, ciiLine, ciiPayment, ciiTotals, ciiVat } from "./cii-write-amounts.ts";
import { ciiDate, ciiParty, ciiPayee, ciiPeriod, ciiShipTo, ciiTaxRepresentative } from "./cii-write-parties.ts";
import { completeChecked } from "./complete-checked.ts";
import { en16931, isCreditNote } from "./specifications.ts";
import type { EInvoice } from "./types.ts";
import { group, leaf, writeXml, type XmlElement } from "./xml.ts";

const namespaces = {
  "xmlns:rsm": "urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100",
  "xmlns:ram": "urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100",
  "xmlns:qdt": "urn:un:unece:uncefact:data:standard:QualifiedDataType:100",
  "xmlns:udt": "urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100",
};

/**
 * The invoice as a UN/CEFACT cross industry invoice, valid under D16B, D22B and the Factur-X profile EN 16931.
 * Amounts left out are computed. Throws EInvoiceError with every broken rule rather than write a document that is refused.
 */
export function buildCii(invoice: EInvoice): string {
  return writeCii(completeChecked(forCii(invoice)));
}

/**
 * What differs from UBL: the plain norm unless a specification is given (Peppol travels as UBL), and a credit note that says
 * when it is due, as the rules of CII ask (BR-CO-25): one that does not is deducted or refunded.
 */
export function forCii(invoice: EInvoice): EInvoice {
  const silent = isCreditNote(invoice.typeCode) && invoice.dueDate === undefined && invoice.paymentTerms === undefined;
  const french = invoice.seller?.address?.country === "FR";
  return {
    ...invoice,
    specification: invoice.specification ?? en16931,
    ...(silent ? { paymentTerms: french ? "À déduire ou à rembourser" : "To be deducted or refunded" } : {}),
  };
}

/** The document of an invoice that is complete, whether it is right or not. */
export function writeCii(invoice: EInvoice): string {
  const root = group(
    "rsm:CrossIndustryInvoice",
    group(
      "rsm:ExchangedDocumentContext",
      group("ram:BusinessProcessSpecifiedDocumentContextParameter", leaf("ram:ID", invoice.process)),
      group("ram:GuidelineSpecifiedDocumentContextParameter", leaf("ram:ID", invoice.specification)),
    ),
    group(
      "rsm:ExchangedDocument",
      leaf("ram:ID", invoice.number),
      leaf("ram:TypeCode", invoice.typeCode),
      ciiDate("ram:IssueDateTime", invoice.issueDate),
      (invoice.notes ?? []).map((note) =>
        group("ram:IncludedNote", leaf("ram:Content", note.text), leaf("ram:SubjectCode", note.subject)),
      ),
    ),
    group(
      "rsm:SupplyChainTradeTransaction",
      (invoice.lines ?? []).map(ciiLine),
      agreement(invoice),
      delivery(invoice),
      settlement(invoice),
    ),
  );
  return writeXml(root!, namespaces);
}

const reference = (name: string, id: string | undefined): XmlElement | undefined => group(name, leaf("ram:IssuerAssignedID", id));

const agreement = (invoice: EInvoice): XmlElement | undefined =>
  group(
    "ram:ApplicableHeaderTradeAgreement",
    leaf("ram:BuyerReference", invoice.buyerReference),
    ciiParty("ram:SellerTradeParty", invoice.seller),
    ciiParty("ram:BuyerTradeParty", invoice.buyer),
    ciiTaxRepresentative(invoice.taxRepresentative),
    reference("ram:SellerOrderReferencedDocument", invoice.salesOrderReference),
    reference("ram:BuyerOrderReferencedDocument", invoice.orderReference),
    reference("ram:ContractReferencedDocument", invoice.contractReference),
    ...documents(invoice),
    invoice.projectReference === undefined
      ? undefined
      : group(
          "ram:SpecifiedProcuringProject",
          leaf("ram:ID", invoice.projectReference),
          // the schema asks for a name, the norm has no term for it
          leaf("ram:Name", "Project reference"),
        ),
  );

/** UNTDID 1001 tells the three kinds of additional documents apart: 916 attached, 50 tender, 130 invoiced object. */
const documents = (invoice: EInvoice): (XmlElement | undefined)[] => [
  ...(invoice.documents ?? []).map((each) =>
    group(
      "ram:AdditionalReferencedDocument",
      leaf("ram:IssuerAssignedID", each.reference),
      leaf("ram:URIID", each.url),
      leaf("ram:TypeCode", "916"),
      leaf("ram:Name", each.description),
      leaf("ram:AttachmentBinaryObject", each.file?.base64, { mimeCode: each.file?.mime, filename: each.file?.name }),
    ),
  ),
  invoice.tenderReference === undefined
    ? undefined
    : group(
        "ram:AdditionalReferencedDocument",
        leaf("ram:IssuerAssignedID", invoice.tenderReference),
        leaf("ram:TypeCode", "50"),
      ),
  invoice.object &&
    group(
      "ram:AdditionalReferencedDocument",
      leaf("ram:IssuerAssignedID", invoice.object.id),
      leaf("ram:TypeCode", "130"),
      leaf("ram:ReferenceTypeCode", invoice.object.scheme),
    ),
];

/** The schema asks for the delivery group even when there is nothing to say in it. */
const delivery = (invoice: EInvoice): XmlElement =>
  group(
    "ram:ApplicableHeaderTradeDelivery",
    ciiShipTo(invoice.delivery?.name, invoice.delivery?.locationId, invoice.delivery?.address),
    group("ram:ActualDeliverySupplyChainEvent", ciiDate("ram:OccurrenceDateTime", invoice.delivery?.date)),
    reference("ram:DespatchAdviceReferencedDocument", invoice.despatchAdviceReference),
    reference("ram:ReceivingAdviceReferencedDocument", invoice.receivingAdviceReference),
  ) ?? { name: "ram:ApplicableHeaderTradeDelivery", attributes: {}, content: [] };

const settlement = (invoice: EInvoice): XmlElement | undefined =>
  group(
    "ram:ApplicableHeaderTradeSettlement",
    leaf("ram:CreditorReferenceID", invoice.payment?.creditorId),
    leaf("ram:PaymentReference", invoice.payment?.reference),
    leaf("ram:TaxCurrencyCode", invoice.taxCurrency),
    leaf("ram:InvoiceCurrencyCode", invoice.currency),
    ciiPayee(invoice.payee),
    ...ciiPayment(invoice.payment),
    ...ciiVat(invoice),
    ciiPeriod(invoice.period),
    ...(invoice.allowances ?? []).map((each) => ciiAllowance(false, each)),
    ...(invoice.charges ?? []).map((each) => ciiAllowance(true, each)),
    group(
      "ram:SpecifiedTradePaymentTerms",
      leaf("ram:Description", invoice.paymentTerms),
      ciiDate("ram:DueDateDateTime", invoice.dueDate),
      leaf("ram:DirectDebitMandateID", invoice.payment?.mandate),
    ),
    ciiTotals(invoice),
    ...(invoice.precedingInvoices ?? []).map((each) =>
      group(
        "ram:InvoiceReferencedDocument",
        leaf("ram:IssuerAssignedID", each.number),
        ciiDate("ram:FormattedIssueDateTime", each.issueDate, "qdt:DateTimeString"),
      ),
    ),
    group("ram:ReceivableSpecifiedTradeAccountingAccount", leaf("ram:ID", invoice.buyerAccountingReference)),
  );
