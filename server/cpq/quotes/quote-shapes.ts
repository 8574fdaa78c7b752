/** The shapes quotes are read in: the list, a line, an offer with its sums. */
import { z } from "zod";
import { taxTotal } from "#cpq/pricing/contract.ts";
import { currency, day, id, instant, minor } from "#platform/contract.ts";
import { address } from "./events.ts";

export const status = z.enum(["draft", "in_approval", "ready", "sent", "accepted", "declined", "expired"]);
export const bilingual = z.object({ en: z.string(), fr: z.string() });
export const row = z.object({
  id,
  number: z.string(),
  customerId: id,
  customerName: z.string(),
  contactId: id.nullable(),
  contactName: z.string().nullable(),
  opportunityId: id.nullable(),
  opportunityName: z.string().nullable(),
  ownerId: id.nullable(),
  ownerName: z.string().nullable(),
  status,
  version: z.number(),
  currency,
  netMinor: minor,
  taxMinor: minor,
  totalMinor: minor,
  contractMinor: minor,
  validUntil: day.nullable(),
  createdAt: instant,
  sentAt: instant.nullable(),
});
export const line = z.object({
  id,
  position: z.number(),
  sku: z.string(),
  name: bilingual,
  description: bilingual,
  kind: z.enum(["product", "service", "subscription"]),
  quantity: z.string(),
  characteristics: z.record(z.string(), z.string()),
  discountPercent: z.string(),
  listMinor: minor,
  netMinor: minor,
  vatCategory: z.string(),
  vatRate: z.string(),
  everyMonths: z.number().nullable(),
  termMonths: z.number().nullable(),
  delivery: z.string(),
  leadTimeDays: z.number(),
});
export const comment = z.object({
  id,
  version: z.number(),
  by: z.enum(["customer", "staff"]),
  byName: z.string(),
  comment: z.string(),
  asksChange: z.boolean(),
  at: instant,
});
const sums = {
  oneOffMinor: minor,
  recurring: z.array(z.object({ everyMonths: z.number(), netMinor: minor })),
  taxes: z.array(taxTotal),
  listMinor: minor,
  netMinor: minor,
  taxMinor: minor,
  totalMinor: minor,
  /** Over the whole commitment. */
  contractMinor: minor,
};
export const offer = z.object({
  version: z.number(),
  lines: z.array(line),
  ...sums,
  note: z.string().nullable(),
  deliveryAddress: address.nullable(),
  leadTimeDays: z.number(),
  sentAt: instant.nullable(),
  validUntil: day.nullable(),
  documentSha256: z.string().nullable(),
});
