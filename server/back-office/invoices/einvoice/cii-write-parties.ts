/** Parties, places and dates in the UN/CEFACT cross industry invoice (CII), in the order of its schema. */
import type { Address, Identifier, Party, Payee, Period, TaxRepresentative } from "./types-parties.ts";
import { group, leaf, type XmlElement } from "./xml.ts";

/** "2026-11-22" as CII writes it: format 102, "20261122". */
const compact = (day: string | undefined): string | undefined => day?.replaceAll("-", "");

export const ciiDate = (name: string, day: string | undefined, type = "udt:DateTimeString"): XmlElement | undefined =>
  group(name, leaf(type, compact(day), { format: "102" }));

export const ciiIdentifier = (name: string, identifier: Identifier | undefined): XmlElement | undefined =>
  leaf(name, identifier?.id, { schemeID: identifier?.scheme });

/** CII has one element for identifiers of a known scheme and another for those without. */
const partyIds = (ids: readonly Identifier[] | undefined): (XmlElement | undefined)[] => [
  ...(ids ?? []).filter((id) => id.scheme === undefined).map((id) => leaf("ram:ID", id.id)),
  ...(ids ?? []).filter((id) => id.scheme !== undefined).map((id) => ciiIdentifier("ram:GlobalID", id)),
];

export const ciiAddress = (address: Address | undefined): XmlElement | undefined =>
  address &&
  group(
    "ram:PostalTradeAddress",
    leaf("ram:PostcodeCode", address.postcode),
    leaf("ram:LineOne", address.line1),
    leaf("ram:LineTwo", address.line2),
    leaf("ram:LineThree", address.line3),
    leaf("ram:CityName", address.city),
    leaf("ram:CountryID", address.country),
    leaf("ram:CountrySubDivisionName", address.subdivision),
  );

const registration = (id: string | undefined, schemeID: "VA" | "FC"): XmlElement | undefined =>
  group("ram:SpecifiedTaxRegistration", leaf("ram:ID", id, { schemeID }));

/** BG-4 or BG-7. */
export function ciiParty(role: string, party: Party | undefined): XmlElement | undefined {
  if (!party) return undefined;
  const contact = party.contact;
  return group(
    role,
    ...partyIds(party.ids),
    leaf("ram:Name", party.name),
    leaf("ram:Description", party.legalForm),
    group(
      "ram:SpecifiedLegalOrganization",
      ciiIdentifier("ram:ID", party.legalId),
      leaf("ram:TradingBusinessName", party.tradingName),
    ),
    group(
      "ram:DefinedTradeContact",
      leaf("ram:PersonName", contact?.name),
      group("ram:TelephoneUniversalCommunication", leaf("ram:CompleteNumber", contact?.phone)),
      group("ram:EmailURIUniversalCommunication", leaf("ram:URIID", contact?.email)),
    ),
    ciiAddress(party.address),
    group("ram:URIUniversalCommunication", ciiIdentifier("ram:URIID", party.electronicAddress)),
    registration(party.vatId, "VA"),
    // BT-32 is the seller's only
    role === "ram:SellerTradeParty" ? registration(party.taxId, "FC") : undefined,
  );
}

export const ciiPayee = (payee: Payee | undefined): XmlElement | undefined =>
  payee &&
  group(
    "ram:PayeeTradeParty",
    ...partyIds(payee.id && [payee.id]),
    leaf("ram:Name", payee.name),
    group("ram:SpecifiedLegalOrganization", ciiIdentifier("ram:ID", payee.legalId)),
  );

export const ciiTaxRepresentative = (representative: TaxRepresentative | undefined): XmlElement | undefined =>
  representative &&
  group(
    "ram:SellerTaxRepresentativeTradeParty",
    leaf("ram:Name", representative.name),
    ciiAddress(representative.address),
    registration(representative.vatId, "VA"),
  );

export const ciiShipTo = (
  name: string | undefined,
  id: Identifier | undefined,
  address: Address | undefined,
): XmlElement | undefined => group("ram:ShipToTradeParty", ...partyIds(id && [id]), leaf("ram:Name", name), ciiAddress(address));

/** BG-14 or BG-26. */
export const ciiPeriod = (period: Period | undefined): XmlElement | undefined =>
  group("ram:BillingSpecifiedPeriod", ciiDate("ram:StartDateTime", period?.start), ciiDate("ram:EndDateTime", period?.end));
