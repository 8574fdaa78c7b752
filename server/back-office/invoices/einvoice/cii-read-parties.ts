/** Parties, places, dates and periods from the cross industry invoice (CII). */
import { present, some } from "./present.ts";
import type { Address, Delivery, Identifier, Party, Payee, Period, TaxRepresentative } from "./types-parties.ts";
import { readIdentifier } from "./ubl-read-parties.ts";
import { all, first, textOf, type XmlNode } from "./xml-read.ts";

/** "20261122" (format 102) as "2026-11-22"; anything else as it stands, for the check to name. */
export function ciiDay(node: XmlNode | undefined): string | undefined {
  const text = textOf(node, "DateTimeString") ?? textOf(node, "DateString");
  return text?.replace(/^(\d{4})(\d{2})(\d{2})$/, "$1-$2-$3");
}

const readAddress = (node: XmlNode | undefined): Address | undefined =>
  node &&
  present({
    line1: textOf(node, "LineOne"),
    line2: textOf(node, "LineTwo"),
    line3: textOf(node, "LineThree"),
    city: textOf(node, "CityName"),
    postcode: textOf(node, "PostcodeCode"),
    subdivision: textOf(node, "CountrySubDivisionName"),
    country: textOf(node, "CountryID"),
  });

const readIds = (node: XmlNode | undefined): Identifier[] =>
  [...all(node, "ID"), ...all(node, "GlobalID")].map((id) => readIdentifier(id)).filter((id) => id !== undefined);

const readRegistration = (node: XmlNode | undefined, scheme: string): string | undefined =>
  all(node, "SpecifiedTaxRegistration", "ID").find((id) => id.attributes["schemeID"] === scheme)?.text || undefined;

export function readCiiParty(node: XmlNode | undefined): Party | undefined {
  if (!node) return undefined;
  const contact = first(node, "DefinedTradeContact");
  return present({
    name: textOf(node, "Name"),
    tradingName: textOf(node, "SpecifiedLegalOrganization", "TradingBusinessName"),
    ids: some(readIds(node)),
    legalId: readIdentifier(first(node, "SpecifiedLegalOrganization", "ID")),
    vatId: readRegistration(node, "VA"),
    taxId: readRegistration(node, "FC"),
    legalForm: textOf(node, "Description"),
    electronicAddress: readIdentifier(first(node, "URIUniversalCommunication", "URIID")),
    address: readAddress(first(node, "PostalTradeAddress")),
    contact:
      contact &&
      present({
        name: textOf(contact, "PersonName") ?? textOf(contact, "DepartmentName"),
        phone: textOf(contact, "TelephoneUniversalCommunication", "CompleteNumber"),
        email: textOf(contact, "EmailURIUniversalCommunication", "URIID"),
      }),
  });
}

export const readCiiPayee = (node: XmlNode | undefined): Payee | undefined =>
  node &&
  present({
    name: textOf(node, "Name"),
    id: readIds(node)[0],
    legalId: readIdentifier(first(node, "SpecifiedLegalOrganization", "ID")),
  });

export const readCiiTaxRepresentative = (node: XmlNode | undefined): TaxRepresentative | undefined =>
  node &&
  present({
    name: textOf(node, "Name"),
    vatId: readRegistration(node, "VA"),
    address: readAddress(first(node, "PostalTradeAddress")),
  });

/** The delivery group is always there in CII; it says something only when one of its terms is. */
export function readCiiDelivery(node: XmlNode | undefined): Delivery | undefined {
  const shipTo = first(node, "ShipToTradeParty");
  const delivery = present({
    name: textOf(shipTo, "Name"),
    locationId: readIds(shipTo)[0],
    date: ciiDay(first(node, "ActualDeliverySupplyChainEvent", "OccurrenceDateTime")),
    address: readAddress(first(shipTo, "PostalTradeAddress")),
  });
  return Object.keys(delivery).length === 0 ? undefined : delivery;
}

export const readCiiPeriod = (node: XmlNode | undefined): Period | undefined =>
  node && present({ start: ciiDay(first(node, "StartDateTime")), end: ciiDay(first(node, "EndDateTime")) });
