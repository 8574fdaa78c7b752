/** Allowances, VAT and lines from UBL 2.1. */
import { present, some } from "./present.ts";
import type { EInvoiceLine, VatGroup } from "./types.ts";
import type { Allowance } from "./types-values.ts";
import { readIdentifier, readPeriod } from "./ubl-read-parties.ts";
import { all, first, textOf, type XmlNode } from "./xml-read.ts";

/** A category counts only under the VAT scheme (BR-32, BR-47, BR-CO-04). */
function readVat(nodes: readonly XmlNode[]): { category?: string; rate?: string } | undefined {
  const node = nodes.find((each) => textOf(each, "TaxScheme", "ID")?.toUpperCase() === "VAT");
  return node && present({ category: textOf(node, "ID"), rate: textOf(node, "Percent") });
}

export const isCharge = (node: XmlNode): boolean => ["true", "1"].includes(textOf(node, "ChargeIndicator") ?? "");

export const readAllowance = (node: XmlNode): Allowance =>
  present({
    amount: textOf(node, "Amount"),
    baseAmount: textOf(node, "BaseAmount"),
    percentage: textOf(node, "MultiplierFactorNumeric"),
    vat: readVat(all(node, "TaxCategory")),
    reason: textOf(node, "AllowanceChargeReason"),
    reasonCode: textOf(node, "AllowanceChargeReasonCode"),
  });

export function readVatGroup(node: XmlNode): VatGroup {
  const category = first(node, "TaxCategory");
  return present({
    ...readVat(all(node, "TaxCategory")),
    taxableAmount: textOf(node, "TaxableAmount"),
    taxAmount: textOf(node, "TaxAmount"),
    exemptionReason: textOf(category, "TaxExemptionReason"),
    exemptionReasonCode: textOf(category, "TaxExemptionReasonCode"),
  });
}

export function readLine(node: XmlNode): EInvoiceLine {
  const quantity = first(node, "InvoicedQuantity") ?? first(node, "CreditedQuantity");
  const allowances = all(node, "AllowanceCharge");
  return present({
    id: textOf(node, "ID"),
    note: textOf(node, "Note"),
    object: readIdentifier(first(node, "DocumentReference", "ID")),
    quantity: quantity?.text || undefined,
    unit: quantity?.attributes["unitCode"],
    netAmount: textOf(node, "LineExtensionAmount"),
    orderLine: textOf(node, "OrderLineReference", "LineID"),
    accountingReference: textOf(node, "AccountingCost"),
    period: readPeriod(first(node, "InvoicePeriod")),
    allowances: some(allowances.filter((each) => !isCharge(each)).map(readAllowance)),
    charges: some(allowances.filter(isCharge).map(readAllowance)),
    price: readPrice(first(node, "Price")),
    vat: readVat(all(node, "Item", "ClassifiedTaxCategory")),
    item: readItem(first(node, "Item")),
  });
}

function readPrice(node: XmlNode | undefined): EInvoiceLine["price"] {
  if (!node) return undefined;
  const base = first(node, "BaseQuantity");
  return present({
    net: textOf(node, "PriceAmount"),
    discount: textOf(node, "AllowanceCharge", "Amount"),
    gross: textOf(node, "AllowanceCharge", "BaseAmount"),
    baseQuantity: base?.text || undefined,
    baseUnit: base?.attributes["unitCode"],
  });
}

const readItem = (node: XmlNode | undefined): EInvoiceLine["item"] =>
  node &&
  present({
    name: textOf(node, "Name"),
    description: textOf(node, "Description"),
    sellerId: textOf(node, "SellersItemIdentification", "ID"),
    buyerId: textOf(node, "BuyersItemIdentification", "ID"),
    standardId: readIdentifier(first(node, "StandardItemIdentification", "ID")),
    classifications: some(
      all(node, "CommodityClassification", "ItemClassificationCode")
        .filter((code) => code.text !== "")
        .map((code) => present({ code: code.text, list: code.attributes["listID"], version: code.attributes["listVersionID"] })),
    ),
    originCountry: textOf(node, "OriginCountry", "IdentificationCode"),
    attributes: some(
      all(node, "AdditionalItemProperty").map((each) => present({ name: textOf(each, "Name"), value: textOf(each, "Value") })),
    ),
  });
