/** Allowances, VAT and lines from the cross industry invoice (CII). */
import { readCiiPeriod } from "./cii-read-parties.ts";
import { present, some } from "./present.ts";
import type { EInvoiceLine, VatGroup } from "./types.ts";
import type { Allowance } from "./types-values.ts";
import { readIdentifier } from "./ubl-read-parties.ts";
import { all, first, textOf, type XmlNode } from "./xml-read.ts";

/** A category counts only under the tax type VAT (BR-32, BR-47, BR-CO-04). */
function readVat(nodes: readonly XmlNode[]): { category?: string; rate?: string } | undefined {
  const node = nodes.find((each) => textOf(each, "TypeCode")?.toUpperCase() === "VAT");
  return node && present({ category: textOf(node, "CategoryCode"), rate: textOf(node, "RateApplicablePercent") });
}

export const isCiiCharge = (node: XmlNode): boolean => ["true", "1"].includes(textOf(node, "ChargeIndicator", "Indicator") ?? "");

export const readCiiAllowance = (node: XmlNode): Allowance =>
  present({
    amount: textOf(node, "ActualAmount"),
    baseAmount: textOf(node, "BasisAmount"),
    percentage: textOf(node, "CalculationPercent"),
    vat: readVat(all(node, "CategoryTradeTax")),
    reason: textOf(node, "Reason"),
    reasonCode: textOf(node, "ReasonCode"),
  });

export const readCiiVatGroup = (node: XmlNode): VatGroup =>
  present({
    ...readVat([node]),
    taxableAmount: textOf(node, "BasisAmount"),
    taxAmount: textOf(node, "CalculatedAmount"),
    exemptionReason: textOf(node, "ExemptionReason"),
    exemptionReasonCode: textOf(node, "ExemptionReasonCode"),
  });

export function readCiiLine(node: XmlNode): EInvoiceLine {
  const settlement = first(node, "SpecifiedLineTradeSettlement");
  const quantity = first(node, "SpecifiedLineTradeDelivery", "BilledQuantity");
  const allowances = all(settlement, "SpecifiedTradeAllowanceCharge");
  const object = first(settlement, "AdditionalReferencedDocument");
  const objectId = textOf(object, "IssuerAssignedID");
  return present({
    id: textOf(node, "AssociatedDocumentLineDocument", "LineID"),
    note: textOf(node, "AssociatedDocumentLineDocument", "IncludedNote", "Content"),
    object: objectId === undefined ? undefined : present({ id: objectId, scheme: textOf(object, "ReferenceTypeCode") }),
    quantity: quantity?.text || undefined,
    unit: quantity?.attributes["unitCode"],
    netAmount: textOf(settlement, "SpecifiedTradeSettlementLineMonetarySummation", "LineTotalAmount"),
    orderLine: textOf(node, "SpecifiedLineTradeAgreement", "BuyerOrderReferencedDocument", "LineID"),
    accountingReference: textOf(settlement, "ReceivableSpecifiedTradeAccountingAccount", "ID"),
    period: readCiiPeriod(first(settlement, "BillingSpecifiedPeriod")),
    allowances: some(allowances.filter((each) => !isCiiCharge(each)).map(readCiiAllowance)),
    charges: some(allowances.filter(isCiiCharge).map(readCiiAllowance)),
    price: readPrice(first(node, "SpecifiedLineTradeAgreement")),
    vat: readVat(all(settlement, "ApplicableTradeTax")),
    item: readProduct(first(node, "SpecifiedTradeProduct")),
  });
}

function readPrice(node: XmlNode | undefined): EInvoiceLine["price"] {
  const gross = first(node, "GrossPriceProductTradePrice");
  const net = first(node, "NetPriceProductTradePrice");
  if (!gross && !net) return undefined;
  const base = first(net, "BasisQuantity") ?? first(gross, "BasisQuantity");
  return present({
    net: textOf(net, "ChargeAmount"),
    discount: textOf(gross, "AppliedTradeAllowanceCharge", "ActualAmount"),
    gross: textOf(gross, "ChargeAmount"),
    baseQuantity: base?.text || undefined,
    baseUnit: base?.attributes["unitCode"],
  });
}

const readProduct = (node: XmlNode | undefined): EInvoiceLine["item"] =>
  node &&
  present({
    name: textOf(node, "Name"),
    description: textOf(node, "Description"),
    sellerId: textOf(node, "SellerAssignedID"),
    buyerId: textOf(node, "BuyerAssignedID"),
    standardId: readIdentifier(first(node, "GlobalID")),
    classifications: some(
      all(node, "DesignatedProductClassification", "ClassCode")
        .filter((code) => code.text !== "")
        .map((code) => present({ code: code.text, list: code.attributes["listID"], version: code.attributes["listVersionID"] })),
    ),
    originCountry: textOf(node, "OriginTradeCountry", "ID"),
    attributes: some(
      all(node, "ApplicableProductCharacteristic").map((each) =>
        present({ name: textOf(each, "Description"), value: textOf(each, "Value") }),
      ),
    ),
  });
