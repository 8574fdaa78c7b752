/** Payment, allowances, VAT, totals and lines in UBL 2.1, in the order of its schema. */
import { isCreditNote } from "./specifications.ts";
import type { EInvoice, EInvoiceLine } from "./types.ts";
import type { Allowance } from "./types-values.ts";
import { group, leaf, type XmlElement } from "./xml.ts";
import { ublIdentifier, ublPeriod } from "./ubl-write-parties.ts";

type Vat = { category?: string | undefined; rate?: string | undefined } | undefined;

const taxCategory = (name: string, vat: Vat, reason?: string, reasonCode?: string): XmlElement | undefined =>
  vat?.category === undefined
    ? undefined
    : group(
        name,
        leaf("cbc:ID", vat.category),
        leaf("cbc:Percent", vat.rate),
        leaf("cbc:TaxExemptionReasonCode", reasonCode),
        leaf("cbc:TaxExemptionReason", reason),
        group("cac:TaxScheme", leaf("cbc:ID", "VAT")),
      );

export const ublAllowance = (charge: boolean, allowance: Allowance, currencyID: string | undefined): XmlElement | undefined =>
  group(
    "cac:AllowanceCharge",
    leaf("cbc:ChargeIndicator", String(charge)),
    leaf("cbc:AllowanceChargeReasonCode", allowance.reasonCode),
    leaf("cbc:AllowanceChargeReason", allowance.reason),
    leaf("cbc:MultiplierFactorNumeric", allowance.percentage),
    leaf("cbc:Amount", allowance.amount, { currencyID }),
    leaf("cbc:BaseAmount", allowance.baseAmount, { currencyID }),
    taxCategory("cac:TaxCategory", allowance.vat),
  );

/** One element a transfer account (UBL repeats the code and the reference). A credit note keeps its due date here: its root has none. */
export function ublPayment(invoice: EInvoice): (XmlElement | undefined)[] {
  const { payment } = invoice;
  const dueDate = isCreditNote(invoice.typeCode) ? invoice.dueDate : undefined;
  if (!payment && dueDate === undefined) return [];
  const accounts = payment?.transfers?.length ? payment.transfers : [undefined];
  return accounts.map((account, index) =>
    group(
      "cac:PaymentMeans",
      // 1 is "instrument not defined": the schema asks for a code beside the due date
      leaf("cbc:PaymentMeansCode", payment ? payment.meansCode : "1", { name: payment?.meansText }),
      leaf("cbc:PaymentDueDate", index === 0 ? dueDate : undefined),
      leaf("cbc:PaymentID", payment?.reference),
      index === 0 ? ublCard(payment?.card) : undefined,
      account &&
        group(
          "cac:PayeeFinancialAccount",
          leaf("cbc:ID", account.account),
          leaf("cbc:Name", account.accountName),
          group("cac:FinancialInstitutionBranch", leaf("cbc:ID", account.bank)),
        ),
      index === 0
        ? group(
            "cac:PaymentMandate",
            leaf("cbc:ID", payment?.mandate),
            group("cac:PayerFinancialAccount", leaf("cbc:ID", payment?.debitedAccount)),
          )
        : undefined,
    ),
  );
}

const ublCard = (card: NonNullable<EInvoice["payment"]>["card"]): XmlElement | undefined =>
  card &&
  group(
    "cac:CardAccount",
    leaf("cbc:PrimaryAccountNumberID", card.number),
    // the schema asks for a network, the norm has no term for it
    leaf("cbc:NetworkID", "NA"),
    leaf("cbc:HolderName", card.holder),
  );

export function ublVat(invoice: EInvoice): (XmlElement | undefined)[] {
  const currencyID = invoice.currency;
  const { totals, taxCurrency } = invoice;
  return [
    group(
      "cac:TaxTotal",
      leaf("cbc:TaxAmount", totals?.vat, { currencyID }),
      (invoice.vatBreakdown ?? []).map((vat) =>
        group(
          "cac:TaxSubtotal",
          leaf("cbc:TaxableAmount", vat.taxableAmount, { currencyID }),
          leaf("cbc:TaxAmount", vat.taxAmount, { currencyID }),
          taxCategory("cac:TaxCategory", vat, vat.exemptionReason, vat.exemptionReasonCode),
        ),
      ),
    ),
    taxCurrency === undefined
      ? undefined
      : group("cac:TaxTotal", leaf("cbc:TaxAmount", totals?.vatInAccountingCurrency, { currencyID: taxCurrency })),
  ];
}

export const ublTotals = ({ totals, currency: currencyID }: EInvoice): XmlElement | undefined =>
  group(
    "cac:LegalMonetaryTotal",
    leaf("cbc:LineExtensionAmount", totals?.lineTotal, { currencyID }),
    leaf("cbc:TaxExclusiveAmount", totals?.withoutVat, { currencyID }),
    leaf("cbc:TaxInclusiveAmount", totals?.withVat, { currencyID }),
    leaf("cbc:AllowanceTotalAmount", totals?.allowanceTotal, { currencyID }),
    leaf("cbc:ChargeTotalAmount", totals?.chargeTotal, { currencyID }),
    leaf("cbc:PrepaidAmount", totals?.prepaid, { currencyID }),
    leaf("cbc:PayableRoundingAmount", totals?.rounding, { currencyID }),
    leaf("cbc:PayableAmount", totals?.payable, { currencyID }),
  );

export function ublLine(line: EInvoiceLine, invoice: EInvoice): XmlElement | undefined {
  const credit = isCreditNote(invoice.typeCode);
  const currencyID = invoice.currency;
  return group(
    credit ? "cac:CreditNoteLine" : "cac:InvoiceLine",
    leaf("cbc:ID", line.id),
    leaf("cbc:Note", line.note),
    leaf(credit ? "cbc:CreditedQuantity" : "cbc:InvoicedQuantity", line.quantity, { unitCode: line.unit }),
    leaf("cbc:LineExtensionAmount", line.netAmount, { currencyID }),
    leaf("cbc:AccountingCost", line.accountingReference),
    ublPeriod(line.period),
    group("cac:OrderLineReference", leaf("cbc:LineID", line.orderLine)),
    line.object && group("cac:DocumentReference", ublIdentifier("cbc:ID", line.object), leaf("cbc:DocumentTypeCode", "130")),
    (line.allowances ?? []).map((each) => ublAllowance(false, each, currencyID)),
    (line.charges ?? []).map((each) => ublAllowance(true, each, currencyID)),
    ublItem(line),
    ublPrice(line, currencyID),
  );
}

const ublItem = ({ item, vat }: EInvoiceLine): XmlElement | undefined =>
  group(
    "cac:Item",
    leaf("cbc:Description", item?.description),
    leaf("cbc:Name", item?.name),
    group("cac:BuyersItemIdentification", leaf("cbc:ID", item?.buyerId)),
    group("cac:SellersItemIdentification", leaf("cbc:ID", item?.sellerId)),
    group("cac:StandardItemIdentification", ublIdentifier("cbc:ID", item?.standardId)),
    group("cac:OriginCountry", leaf("cbc:IdentificationCode", item?.originCountry)),
    (item?.classifications ?? []).map((each) =>
      group(
        "cac:CommodityClassification",
        leaf("cbc:ItemClassificationCode", each.code, { listID: each.list, listVersionID: each.version }),
      ),
    ),
    taxCategory("cac:ClassifiedTaxCategory", vat),
    (item?.attributes ?? []).map((each) =>
      group("cac:AdditionalItemProperty", leaf("cbc:Name", each.name), leaf("cbc:Value", each.value)),
    ),
  );

const ublPrice = ({ price, unit }: EInvoiceLine, currencyID: string | undefined): XmlElement | undefined =>
  group(
    "cac:Price",
    leaf("cbc:PriceAmount", price?.net, { currencyID }),
    leaf("cbc:BaseQuantity", price?.baseQuantity, { unitCode: price?.baseUnit ?? unit }),
    price?.gross === undefined
      ? undefined
      : group(
          "cac:AllowanceCharge",
          leaf("cbc:ChargeIndicator", "false"),
          leaf("cbc:Amount", price.discount ?? "0", { currencyID }),
          leaf("cbc:BaseAmount", price.gross, { currencyID }),
        ),
  );
