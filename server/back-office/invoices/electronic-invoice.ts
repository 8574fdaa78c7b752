import type { Selectable } from "kysely";
import type { DB } from "#db/schema.ts";
import { decimalText } from "#platform/money.ts";
import { refuse } from "#platform/errors.ts";
import type { Locale } from "#platform/i18n/locale.ts";
import type { DraftLine } from "./draft.ts";
import { frenchAddress, withFrenchMentions } from "./einvoice/french-mentions.ts";
import type { EInvoice } from "./einvoice/types.ts";
import type { Party } from "./einvoice/types-parties.ts";

interface Postal {
  line1: string;
  line2?: string;
  postcode: string;
  city: string;
  country: string;
}

export interface Composed {
  kind: "invoice" | "credit_note";
  number: string;
  issuedOn: string;
  dueOn: string;
  currency: string;
  total: bigint;
  lines: readonly DraftLine[];
  entity: Selectable<DB["legal_entities"]>;
  customer: Selectable<DB["customers"]>;
  order: { number: string; delivery_address: unknown } | undefined;
  corrects: { number: string; issued_on: string } | null;
  reason: string | null;
  /** Where the bill goes when the buyer has no address of the French reform: a private person, a company abroad. */
  buyerEmail: string | null;
}

/** The document as EN 16931 describes it: from here come the page, the XML, and nothing else. */
export function electronicInvoice(from: Composed): EInvoice {
  const { entity, customer, order, currency } = from;
  const delivered = order?.delivery_address as Postal | undefined;
  const billing = (customer.billing_address ?? delivered) as Postal | undefined;
  if (!billing) refuse("invoice.no_address", { customer: customer.name });
  if (customer.kind === "company" && billing.country === "FR" && !isFrench(customer.siren, billing))
    refuse("invoice.no_siren", { customer: customer.name });
  const buyer = party(customer.name, customer.siren, customer.vat_number, billing);
  const invoice: EInvoice = {
    number: from.number,
    issueDate: from.issuedOn,
    ...(from.kind === "credit_note" ? { typeCode: "381" } : { dueDate: from.dueOn }),
    currency,
    buyerReference: customer.number,
    ...(order && { orderReference: order.number }),
    ...(from.corrects && { precedingInvoices: [{ number: from.corrects.number, issueDate: from.corrects.issued_on }] }),
    ...(from.reason && { notes: [{ text: from.reason }] }),
    seller: {
      ...party(entity.name, entity.siren, entity.vat_number, entity.address as unknown as Postal),
      tradingName: entity.brand_name,
      contact: { name: entity.brand_name, email: entity.email, ...(entity.phone && { phone: entity.phone }) },
    },
    buyer: from.buyerEmail ? { electronicAddress: { id: from.buyerEmail, scheme: "EM" }, ...buyer } : buyer,
    ...(from.kind === "invoice" &&
      entity.iban && {
        payment: {
          meansCode: "58",
          reference: from.number,
          transfers: [{ account: entity.iban, accountName: entity.name, ...(entity.bic && { bank: entity.bic }) }],
        },
      }),
    lines: from.lines.map((line) => ({
      quantity: line.quantity,
      unit: line.unit,
      price: { net: line.unitPrice },
      netAmount: decimalText(line.netMinor, currency),
      vat: { category: line.vat.category, ...(line.vat.category !== "O" && { rate: line.vat.rate }) },
      item: { name: line.name, sellerId: line.sku },
      ...(line.serviceFrom &&
        line.serviceTo &&
        line.subscriptionId && { period: { start: line.serviceFrom, end: line.serviceTo } }),
    })),
  };
  return isFrench(entity.siren, entity.address as unknown as Postal) ? french(invoice, from, billing) : invoice;
}

const isFrench = (siren: string | null, address: Postal): boolean => address.country === "FR" && /^\d{9}$/.test(siren ?? "");

function french(invoice: EInvoice, { customer, lines }: Composed, billing: Postal): EInvoice {
  const goods = lines.some((line) => line.kind === "one_off");
  const services = lines.some((line) => line.kind !== "one_off");
  const company = isFrench(customer.siren, billing);
  return withFrenchMentions(invoice, {
    locale: customer.locale as Locale,
    operations: goods && services ? "mixed" : goods ? "goods" : "services",
    treatment: company ? "B2B" : billing.country === "FR" ? "B2C" : customer.kind === "company" ? "B2BINT" : "B2CINT",
  });
}

function party(name: string, siren: string | null, vatId: string | null, address: Postal): Party {
  const known = isFrench(siren, address);
  return {
    name,
    ...(vatId && { vatId }),
    ...(known && { legalId: { id: siren!, scheme: "0002" }, electronicAddress: frenchAddress(siren!) }),
    address: {
      line1: address.line1,
      ...(address.line2 && { line2: address.line2 }),
      city: address.city,
      postcode: address.postcode,
      country: address.country,
    },
  };
}
