import {
  ciiDay,
  readCiiDelivery,
  readCiiParty,
  readCiiPayee,
  readCiiPeriod,
  readCiiTaxRepresentative,
} from "./cii-read-parties.ts";
import { isCiiCharge, readCiiAllowance, readCiiLine, readCiiVatGroup } from "./cii-read-lines.ts";
import { present, some } from "./present.ts";
import { taxPointCodes } from "./specifications.ts";
import type { EInvoice } from "./types.ts";
import { all, first, textOf, type XmlNode } from "./xml-read.ts";

/** A cross industry invoice as it is stated: nothing is computed, nothing is checked. */
export function parseCii(root: XmlNode): EInvoice {
  const context = first(root, "ExchangedDocumentContext");
  const document = first(root, "ExchangedDocument");
  const transaction = first(root, "SupplyChainTradeTransaction");
  const agreement = first(transaction, "ApplicableHeaderTradeAgreement");
  const delivery = first(transaction, "ApplicableHeaderTradeDelivery");
  const settlement = first(transaction, "ApplicableHeaderTradeSettlement");
  const reference = (node: XmlNode | undefined, name: string): string | undefined => textOf(node, name, "IssuerAssignedID");
  const allowances = all(settlement, "SpecifiedTradeAllowanceCharge");
  const tax = all(settlement, "ApplicableTradeTax");
  const taxPoint = textOf(first(settlement, "ApplicableTradeTax", "DueDateTypeCode"));
  return present({
    number: textOf(document, "ID"),
    issueDate: ciiDay(first(document, "IssueDateTime")),
    typeCode: textOf(document, "TypeCode"),
    currency: textOf(settlement, "InvoiceCurrencyCode"),
    taxCurrency: textOf(settlement, "TaxCurrencyCode"),
    taxPointDate: ciiDay(first(settlement, "ApplicableTradeTax", "TaxPointDate")),
    taxPointCode: taxPointCodes.find((code) => code.cii === taxPoint)?.ubl ?? taxPoint,
    dueDate: ciiDay(first(settlement, "SpecifiedTradePaymentTerms", "DueDateDateTime")),
    buyerReference: textOf(agreement, "BuyerReference"),
    projectReference: textOf(agreement, "SpecifiedProcuringProject", "ID"),
    contractReference: reference(agreement, "ContractReferencedDocument"),
    orderReference: reference(agreement, "BuyerOrderReferencedDocument"),
    salesOrderReference: reference(agreement, "SellerOrderReferencedDocument"),
    receivingAdviceReference: reference(delivery, "ReceivingAdviceReferencedDocument"),
    despatchAdviceReference: reference(delivery, "DespatchAdviceReferencedDocument"),
    ...readDocuments(agreement),
    buyerAccountingReference: textOf(settlement, "ReceivableSpecifiedTradeAccountingAccount", "ID"),
    paymentTerms: textOf(settlement, "SpecifiedTradePaymentTerms", "Description"),
    notes: some(
      all(document, "IncludedNote").flatMap((note) => {
        const text = textOf(note, "Content");
        return text === undefined ? [] : [present({ subject: textOf(note, "SubjectCode"), text })];
      }),
    ),
    process: textOf(context, "BusinessProcessSpecifiedDocumentContextParameter", "ID"),
    specification: textOf(context, "GuidelineSpecifiedDocumentContextParameter", "ID"),
    precedingInvoices: some(
      all(settlement, "InvoiceReferencedDocument").map((each) =>
        present({ number: textOf(each, "IssuerAssignedID"), issueDate: ciiDay(first(each, "FormattedIssueDateTime")) }),
      ),
    ),
    seller: readCiiParty(first(agreement, "SellerTradeParty")),
    buyer: readCiiParty(first(agreement, "BuyerTradeParty")),
    payee: readCiiPayee(first(settlement, "PayeeTradeParty")),
    taxRepresentative: readCiiTaxRepresentative(first(agreement, "SellerTaxRepresentativeTradeParty")),
    delivery: readCiiDelivery(delivery),
    period: readCiiPeriod(first(settlement, "BillingSpecifiedPeriod")),
    payment: readPayment(settlement),
    allowances: some(allowances.filter((each) => !isCiiCharge(each)).map(readCiiAllowance)),
    charges: some(allowances.filter(isCiiCharge).map(readCiiAllowance)),
    totals: readTotals(settlement),
    vatBreakdown: some(tax.map(readCiiVatGroup)),
    lines: some(all(transaction, "IncludedSupplyChainTradeLineItem").map(readCiiLine)),
  });
}

function readDocuments(agreement: XmlNode | undefined): Pick<EInvoice, "tenderReference" | "object" | "documents"> {
  const additional = all(agreement, "AdditionalReferencedDocument");
  const typed = (code: string): XmlNode | undefined => additional.find((each) => textOf(each, "TypeCode") === code);
  const object = typed("130");
  const objectId = textOf(object, "IssuerAssignedID");
  const documents = additional
    .filter((each) => !["50", "130"].includes(textOf(each, "TypeCode") ?? ""))
    .map((each) => {
      const file = first(each, "AttachmentBinaryObject");
      return present({
        reference: textOf(each, "IssuerAssignedID"),
        description: textOf(each, "Name"),
        url: textOf(each, "URIID"),
        file: file && { name: file.attributes["filename"] ?? "", mime: file.attributes["mimeCode"] ?? "", base64: file.text },
      });
    });
  return present({
    tenderReference: textOf(typed("50"), "IssuerAssignedID"),
    object: objectId === undefined ? undefined : present({ id: objectId, scheme: textOf(object, "ReferenceTypeCode") }),
    documents: some(documents),
  });
}

function readPayment(settlement: XmlNode | undefined): EInvoice["payment"] {
  const means = all(settlement, "SpecifiedTradeSettlementPaymentMeans");
  const [main] = means;
  const transfers = means.flatMap((each) => {
    const account = first(each, "PayeePartyCreditorFinancialAccount");
    const bank = textOf(each, "PayeeSpecifiedCreditorFinancialInstitution", "BICID");
    if (!account && bank === undefined) return [];
    return [
      present({
        account: textOf(account, "IBANID") ?? textOf(account, "ProprietaryID"),
        accountName: textOf(account, "AccountName"),
        bank,
      }),
    ];
  });
  const card = means.map((each) => first(each, "ApplicableTradeSettlementFinancialCard")).find((each) => each !== undefined);
  const payment = present({
    meansCode: textOf(main, "TypeCode"),
    meansText: textOf(main, "Information"),
    reference: textOf(settlement, "PaymentReference"),
    transfers: some(transfers),
    card: card && present({ number: textOf(card, "ID") ?? "", holder: textOf(card, "CardholderName") }),
    mandate: textOf(settlement, "SpecifiedTradePaymentTerms", "DirectDebitMandateID"),
    creditorId: textOf(settlement, "CreditorReferenceID"),
    debitedAccount: means.map((each) => textOf(each, "PayerPartyDebtorFinancialAccount", "IBANID")).find((each) => each),
  });
  return !main && Object.keys(payment).length === 0 ? undefined : payment;
}

function readTotals(settlement: XmlNode | undefined): EInvoice["totals"] {
  const node = first(settlement, "SpecifiedTradeSettlementHeaderMonetarySummation");
  if (!node) return undefined;
  const currency = textOf(settlement, "InvoiceCurrencyCode");
  const taxCurrency = textOf(settlement, "TaxCurrencyCode");
  const inCurrency = (code: string | undefined): string | undefined =>
    all(node, "TaxTotalAmount").find((amount) => (amount.attributes["currencyID"] ?? currency) === code)?.text || undefined;
  return present({
    lineTotal: textOf(node, "LineTotalAmount"),
    allowanceTotal: textOf(node, "AllowanceTotalAmount"),
    chargeTotal: textOf(node, "ChargeTotalAmount"),
    withoutVat: textOf(node, "TaxBasisTotalAmount"),
    vat: inCurrency(currency),
    vatInAccountingCurrency: taxCurrency === undefined || taxCurrency === currency ? undefined : inCurrency(taxCurrency),
    withVat: textOf(node, "GrandTotalAmount"),
    prepaid: textOf(node, "TotalPrepaidAmount"),
    rounding: textOf(node, "RoundingAmount"),
    payable: textOf(node, "DuePayableAmount"),
  });
}
