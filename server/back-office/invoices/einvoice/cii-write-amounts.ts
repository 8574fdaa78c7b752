/** Payment, allowances, VAT, totals and lines in the cross industry invoice (CII), in the order of its schema. */
import { ciiDate, ciiIdentifier, ciiPeriod } from "./cii-write-parties.ts";
import { taxPointCodes } from "./specifications.ts";
import type { EInvoice, EInvoiceLine, EInvoicePayment } from "./types.ts";
import type { Allowance } from "./types-values.ts";
import { group, leaf, type XmlElement } from "./xml.ts";

type Vat = { category?: string | undefined; rate?: string | undefined } | undefined;

const tax = (name: string, vat: Vat): XmlElement | undefined =>
  vat?.category === undefined
    ? undefined
    : group(
        name,
        leaf("ram:TypeCode", "VAT"),
        leaf("ram:CategoryCode", vat.category),
        leaf("ram:RateApplicablePercent", vat.rate),
      );

export const ciiAllowance = (charge: boolean, allowance: Allowance): XmlElement | undefined =>
  group(
    "ram:SpecifiedTradeAllowanceCharge",
    group("ram:ChargeIndicator", leaf("udt:Indicator", String(charge))),
    leaf("ram:CalculationPercent", allowance.percentage),
    leaf("ram:BasisAmount", allowance.baseAmount),
    leaf("ram:ActualAmount", allowance.amount),
    leaf("ram:ReasonCode", allowance.reasonCode),
    leaf("ram:Reason", allowance.reason),
    tax("ram:CategoryTradeTax", allowance.vat),
  );

/** One element a transfer account (CII repeats the code). */
export function ciiPayment(payment: EInvoicePayment | undefined): (XmlElement | undefined)[] {
  if (!payment) return [];
  const accounts = payment.transfers?.length ? payment.transfers : [undefined];
  return accounts.map((account, index) =>
    group(
      "ram:SpecifiedTradeSettlementPaymentMeans",
      leaf("ram:TypeCode", payment.meansCode),
      leaf("ram:Information", payment.meansText),
      index === 0 && payment.card
        ? group(
            "ram:ApplicableTradeSettlementFinancialCard",
            leaf("ram:ID", payment.card.number),
            leaf("ram:CardholderName", payment.card.holder),
          )
        : undefined,
      index === 0 ? group("ram:PayerPartyDebtorFinancialAccount", leaf("ram:IBANID", payment.debitedAccount)) : undefined,
      account &&
        group(
          "ram:PayeePartyCreditorFinancialAccount",
          leaf("ram:IBANID", isIban(account.account) ? account.account : undefined),
          leaf("ram:AccountName", account.accountName),
          leaf("ram:ProprietaryID", isIban(account.account) ? undefined : account.account),
        ),
      account && group("ram:PayeeSpecifiedCreditorFinancialInstitution", leaf("ram:BICID", account.bank)),
    ),
  );
}

/** ISO 13616: two letters, two check digits, up to 30 letters and digits. Anything else is an account of the bank's own. */
const isIban = (account: string | undefined): boolean => /^[A-Z]{2}\d{2}[A-Z0-9]{8,30}$/.test(account?.replaceAll(" ", "") ?? "");

export const ciiVat = (invoice: EInvoice): (XmlElement | undefined)[] =>
  (invoice.vatBreakdown ?? []).map((vat, index) =>
    group(
      "ram:ApplicableTradeTax",
      leaf("ram:CalculatedAmount", vat.taxAmount),
      leaf("ram:TypeCode", "VAT"),
      leaf("ram:ExemptionReason", vat.exemptionReason),
      leaf("ram:BasisAmount", vat.taxableAmount),
      leaf("ram:CategoryCode", vat.category),
      leaf("ram:ExemptionReasonCode", vat.exemptionReasonCode),
      // the tax point is the document's: it is written once, in the first group
      index === 0 ? ciiDate("ram:TaxPointDate", invoice.taxPointDate, "udt:DateString") : undefined,
      index === 0
        ? leaf(
            "ram:DueDateTypeCode",
            taxPointCodes.find((code) => code.ubl === invoice.taxPointCode)?.cii ?? invoice.taxPointCode,
          )
        : undefined,
      leaf("ram:RateApplicablePercent", vat.rate),
    ),
  );

export const ciiTotals = ({ totals, currency, taxCurrency }: EInvoice): XmlElement | undefined =>
  group(
    "ram:SpecifiedTradeSettlementHeaderMonetarySummation",
    leaf("ram:LineTotalAmount", totals?.lineTotal),
    leaf("ram:ChargeTotalAmount", totals?.chargeTotal),
    leaf("ram:AllowanceTotalAmount", totals?.allowanceTotal),
    leaf("ram:TaxBasisTotalAmount", totals?.withoutVat),
    leaf("ram:TaxTotalAmount", totals?.vat, { currencyID: currency }),
    taxCurrency === undefined
      ? undefined
      : leaf("ram:TaxTotalAmount", totals?.vatInAccountingCurrency, { currencyID: taxCurrency }),
    leaf("ram:RoundingAmount", totals?.rounding),
    leaf("ram:GrandTotalAmount", totals?.withVat),
    leaf("ram:TotalPrepaidAmount", totals?.prepaid),
    leaf("ram:DuePayableAmount", totals?.payable),
  );

export const ciiLine = (line: EInvoiceLine): XmlElement | undefined =>
  group(
    "ram:IncludedSupplyChainTradeLineItem",
    group(
      "ram:AssociatedDocumentLineDocument",
      leaf("ram:LineID", line.id),
      group("ram:IncludedNote", leaf("ram:Content", line.note)),
    ),
    ciiProduct(line),
    group(
      "ram:SpecifiedLineTradeAgreement",
      group("ram:BuyerOrderReferencedDocument", leaf("ram:LineID", line.orderLine)),
      ...ciiPrices(line),
    ),
    group("ram:SpecifiedLineTradeDelivery", leaf("ram:BilledQuantity", line.quantity, { unitCode: line.unit })),
    group(
      "ram:SpecifiedLineTradeSettlement",
      tax("ram:ApplicableTradeTax", line.vat),
      ciiPeriod(line.period),
      (line.allowances ?? []).map((each) => ciiAllowance(false, each)),
      (line.charges ?? []).map((each) => ciiAllowance(true, each)),
      group("ram:SpecifiedTradeSettlementLineMonetarySummation", leaf("ram:LineTotalAmount", line.netAmount)),
      line.object &&
        group(
          "ram:AdditionalReferencedDocument",
          leaf("ram:IssuerAssignedID", line.object.id),
          leaf("ram:TypeCode", "130"),
          leaf("ram:ReferenceTypeCode", line.object.scheme),
        ),
      group("ram:ReceivableSpecifiedTradeAccountingAccount", leaf("ram:ID", line.accountingReference)),
    ),
  );

const ciiProduct = ({ item }: EInvoiceLine): XmlElement | undefined =>
  group(
    "ram:SpecifiedTradeProduct",
    ciiIdentifier("ram:GlobalID", item?.standardId),
    leaf("ram:SellerAssignedID", item?.sellerId),
    leaf("ram:BuyerAssignedID", item?.buyerId),
    leaf("ram:Name", item?.name),
    leaf("ram:Description", item?.description),
    (item?.attributes ?? []).map((each) =>
      group("ram:ApplicableProductCharacteristic", leaf("ram:Description", each.name), leaf("ram:Value", each.value)),
    ),
    (item?.classifications ?? []).map((each) =>
      group(
        "ram:DesignatedProductClassification",
        leaf("ram:ClassCode", each.code, { listID: each.list, listVersionID: each.version }),
      ),
    ),
    group("ram:OriginTradeCountry", leaf("ram:ID", item?.originCountry)),
  );

function ciiPrices({ price, unit }: EInvoiceLine): (XmlElement | undefined)[] {
  const basis = leaf("ram:BasisQuantity", price?.baseQuantity, { unitCode: price?.baseUnit ?? unit });
  return [
    price?.gross === undefined
      ? undefined
      : group(
          "ram:GrossPriceProductTradePrice",
          leaf("ram:ChargeAmount", price.gross),
          basis,
          price.discount === undefined
            ? undefined
            : group(
                "ram:AppliedTradeAllowanceCharge",
                group("ram:ChargeIndicator", leaf("udt:Indicator", "false")),
                leaf("ram:ActualAmount", price.discount),
              ),
        ),
    group("ram:NetPriceProductTradePrice", leaf("ram:ChargeAmount", price?.net), basis),
  ];
}
