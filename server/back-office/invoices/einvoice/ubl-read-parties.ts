/** Parties, places and periods from UBL 2.1. */
import { present, some } from "./present.ts";
import type { Address, Delivery, Identifier, Party, Payee, Period, TaxRepresentative } from "./types-parties.ts";
import { all, first, textOf, type XmlNode } from "./xml-read.ts";

export function readIdentifier(node: XmlNode | undefined, schemeAttribute = "schemeID"): Identifier | undefined {
  if (!node || node.text === "") return undefined;
  const scheme = node.attributes[schemeAttribute];
  return scheme ? { id: node.text, scheme } : { id: node.text };
}

const readAddress = (node: XmlNode | undefined): Address | undefined =>
  node &&
  present({
    line1: textOf(node, "StreetName"),
    line2: textOf(node, "AdditionalStreetName"),
    line3: textOf(node, "AddressLine", "Line"),
    city: textOf(node, "CityName"),
    postcode: textOf(node, "PostalZone"),
    subdivision: textOf(node, "CountrySubentity"),
    country: textOf(node, "Country", "IdentificationCode"),
  });

/** The tax number under the VAT scheme, or under any other. */
function readTaxNumber(node: XmlNode | undefined, vat: boolean): string | undefined {
  const schemes = all(node, "PartyTaxScheme").filter(
    (scheme) => (textOf(scheme, "TaxScheme", "ID")?.toUpperCase() === "VAT") === vat,
  );
  return textOf(schemes[0], "CompanyID");
}

const isCreditorId = (node: XmlNode): boolean => node.attributes["schemeID"]?.toUpperCase() === "SEPA";

/** BT-90, which UBL keeps among the identifiers of the seller or of the payee. */
export const readCreditorId = (...parties: (XmlNode | undefined)[]): string | undefined =>
  parties.flatMap((each) => all(each, "PartyIdentification", "ID")).find(isCreditorId)?.text;

const readIds = (node: XmlNode): Identifier[] =>
  all(node, "PartyIdentification", "ID")
    .filter((id) => !isCreditorId(id))
    .map((id) => readIdentifier(id))
    .filter((id) => id !== undefined);

export function readParty(node: XmlNode | undefined): Party | undefined {
  if (!node) return undefined;
  const contact = first(node, "Contact");
  return present({
    name: textOf(node, "PartyLegalEntity", "RegistrationName"),
    tradingName: textOf(node, "PartyName", "Name"),
    ids: some(readIds(node)),
    legalId: readIdentifier(first(node, "PartyLegalEntity", "CompanyID")),
    vatId: readTaxNumber(node, true),
    taxId: readTaxNumber(node, false),
    legalForm: textOf(node, "PartyLegalEntity", "CompanyLegalForm"),
    electronicAddress: readIdentifier(first(node, "EndpointID")),
    address: readAddress(first(node, "PostalAddress")),
    contact:
      contact &&
      present({
        name: textOf(contact, "Name"),
        phone: textOf(contact, "Telephone"),
        email: textOf(contact, "ElectronicMail"),
      }),
  });
}

export const readPayee = (node: XmlNode | undefined): Payee | undefined =>
  node &&
  present({
    name: textOf(node, "PartyName", "Name"),
    id: readIds(node)[0],
    legalId: readIdentifier(first(node, "PartyLegalEntity", "CompanyID")),
  });

export const readTaxRepresentative = (node: XmlNode | undefined): TaxRepresentative | undefined =>
  node &&
  present({
    name: textOf(node, "PartyName", "Name"),
    vatId: readTaxNumber(node, true),
    address: readAddress(first(node, "PostalAddress")),
  });

export const readDelivery = (node: XmlNode | undefined): Delivery | undefined =>
  node &&
  present({
    name: textOf(node, "DeliveryParty", "PartyName", "Name"),
    locationId: readIdentifier(first(node, "DeliveryLocation", "ID")),
    date: textOf(node, "ActualDeliveryDate"),
    address: readAddress(first(node, "DeliveryLocation", "Address")),
  });

/** A period that holds only the tax point code (BT-8) is no period. */
export function readPeriod(node: XmlNode | undefined): Period | undefined {
  if (!node) return undefined;
  const period = present({ start: textOf(node, "StartDate"), end: textOf(node, "EndDate") });
  return Object.keys(period).length === 0 && first(node, "DescriptionCode") ? undefined : period;
}
