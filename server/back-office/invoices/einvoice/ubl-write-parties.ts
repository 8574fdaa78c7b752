/** Parties, places and periods in UBL 2.1, in the order of its schema. */
import type { Address, Delivery, Identifier, Party, Payee, Period, TaxRepresentative } from "./types-parties.ts";
import { group, leaf, type XmlElement } from "./xml.ts";

export const ublIdentifier = (name: string, identifier: Identifier | undefined): XmlElement | undefined =>
  leaf(name, identifier?.id, { schemeID: identifier?.scheme });

export const ublAddress = (name: string, address: Address | undefined): XmlElement | undefined =>
  address &&
  group(
    name,
    leaf("cbc:StreetName", address.line1),
    leaf("cbc:AdditionalStreetName", address.line2),
    leaf("cbc:CityName", address.city),
    leaf("cbc:PostalZone", address.postcode),
    leaf("cbc:CountrySubentity", address.subdivision),
    group("cac:AddressLine", leaf("cbc:Line", address.line3)),
    group("cac:Country", leaf("cbc:IdentificationCode", address.country)),
  );

const taxScheme = (id: string): XmlElement | undefined => group("cac:TaxScheme", leaf("cbc:ID", id));

const taxRegistration = (id: string | undefined, scheme: string): XmlElement | undefined =>
  id === undefined ? undefined : group("cac:PartyTaxScheme", leaf("cbc:CompanyID", id), taxScheme(scheme));

/** BG-4 or BG-7. `creditorId` is BT-90: UBL writes the SEPA creditor reference as an identifier of who is paid. */
export function ublParty(role: string, party: Party | undefined, creditorId?: string): XmlElement | undefined {
  if (!party) return undefined;
  const contact = party.contact;
  return group(
    role,
    group(
      "cac:Party",
      ublIdentifier("cbc:EndpointID", party.electronicAddress),
      (party.ids ?? []).map((id) => group("cac:PartyIdentification", ublIdentifier("cbc:ID", id))),
      group("cac:PartyIdentification", leaf("cbc:ID", creditorId, { schemeID: "SEPA" })),
      group("cac:PartyName", leaf("cbc:Name", party.tradingName)),
      ublAddress("cac:PostalAddress", party.address),
      taxRegistration(party.vatId, "VAT"),
      // BT-32 is the seller's only
      role === "cac:AccountingSupplierParty" ? taxRegistration(party.taxId, "TAX") : undefined,
      group(
        "cac:PartyLegalEntity",
        leaf("cbc:RegistrationName", party.name),
        ublIdentifier("cbc:CompanyID", party.legalId),
        leaf("cbc:CompanyLegalForm", party.legalForm),
      ),
      group(
        "cac:Contact",
        leaf("cbc:Name", contact?.name),
        leaf("cbc:Telephone", contact?.phone),
        leaf("cbc:ElectronicMail", contact?.email),
      ),
    ),
  );
}

export const ublPayee = (payee: Payee | undefined, creditorId?: string): XmlElement | undefined =>
  payee &&
  group(
    "cac:PayeeParty",
    group("cac:PartyIdentification", ublIdentifier("cbc:ID", payee.id)),
    group("cac:PartyIdentification", leaf("cbc:ID", creditorId, { schemeID: "SEPA" })),
    group("cac:PartyName", leaf("cbc:Name", payee.name)),
    group("cac:PartyLegalEntity", ublIdentifier("cbc:CompanyID", payee.legalId)),
  );

export const ublTaxRepresentative = (representative: TaxRepresentative | undefined): XmlElement | undefined =>
  representative &&
  group(
    "cac:TaxRepresentativeParty",
    group("cac:PartyName", leaf("cbc:Name", representative.name)),
    ublAddress("cac:PostalAddress", representative.address),
    taxRegistration(representative.vatId, "VAT"),
  );

export const ublDelivery = (delivery: Delivery | undefined): XmlElement | undefined =>
  delivery &&
  group(
    "cac:Delivery",
    leaf("cbc:ActualDeliveryDate", delivery.date),
    group("cac:DeliveryLocation", ublIdentifier("cbc:ID", delivery.locationId), ublAddress("cac:Address", delivery.address)),
    group("cac:DeliveryParty", group("cac:PartyName", leaf("cbc:Name", delivery.name))),
  );

/** BG-14 or BG-26, with BT-8 on the document's. */
export const ublPeriod = (period: Period | undefined, taxPointCode?: string): XmlElement | undefined =>
  group(
    "cac:InvoicePeriod",
    leaf("cbc:StartDate", period?.start),
    leaf("cbc:EndDate", period?.end),
    leaf("cbc:DescriptionCode", taxPointCode),
  );
