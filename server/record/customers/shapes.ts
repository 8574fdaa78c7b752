/** The shapes of accounts, people and events as the API speaks of them. */
import { z } from "zod";
import { currency, email, id, instant, locale, requiredText, text } from "#platform/contract.ts";
import { postalAddress } from "#record/organisation/contract.ts";

export const contactRoles = ["decision_maker", "buyer", "project_manager", "it", "finance", "user"] as const;
export const contactRole = z.enum(contactRoles);
export const kind = z.enum(["company", "person"]);
export const stage = z.enum(["discover", "enquire", "choose", "receive", "use", "pay", "stay", "recommend"]);
export const siren = z
  .string()
  .trim()
  .regex(/^(\d{9}|\d{14})$/, "9 digits (SIREN) or 14 (SIRET)");

/** What may be written on an account, all optional on change. */
export const customerFields = {
  ownerId: id.nullable(),
  teamId: id.nullable(),
  parentId: id.nullable(),
  sector: text(80).nullable(),
  size: text(40).nullable(),
  website: text(200).nullable(),
  siren: siren.nullable(),
  vatNumber: text(20).nullable(),
  billingAddress: postalAddress.nullable(),
  currency,
  locale,
  timeZone: text(60),
  segment: text(40).nullable(),
};
export const customerInput = z
  .object({ kind, name: requiredText(160), ...customerFields })
  .partial()
  .extend({ kind, name: requiredText(160) });
const contactFields = {
  firstName: text(80),
  lastName: text(80),
  email: email.nullable(),
  phone: text(30).nullable(),
  jobTitle: text(120).nullable(),
  roles: z.array(contactRole).max(6),
  isPrimary: z.boolean(),
  locale,
};
export const contactInput = z.object(contactFields).partial();

export const customerRow = z.object({
  id,
  number: z.string(),
  kind,
  name: z.string(),
  ownerId: id.nullable(),
  ownerName: z.string().nullable(),
  parentId: id.nullable(),
  parentName: z.string().nullable(),
  sector: z.string().nullable(),
  size: z.string().nullable(),
  segment: z.string().nullable(),
  city: z.string().nullable(),
  contactId: id.nullable(),
  contactName: z.string().nullable(),
  contactEmail: z.string().nullable(),
  contactPhone: z.string().nullable(),
  createdAt: instant,
});
export const contactRow = z.object({
  id,
  customerId: id.nullable(),
  customerName: z.string().nullable(),
  firstName: z.string(),
  lastName: z.string(),
  email: z.string().nullable(),
  emailVerifiedAt: instant.nullable(),
  /** bounced or unsubscribed for good: mail to it does not leave */
  emailUnusable: z.boolean(),
  phone: z.string().nullable(),
  jobTitle: z.string().nullable(),
  roles: z.array(z.string()),
  isPrimary: z.boolean(),
  locale,
  createdAt: instant,
});
export const identifier = z.object({
  id,
  contactId: id.nullable(),
  kind: z.enum(["email", "phone", "visitor", "external"]),
  value: z.string(),
  verifiedAt: instant.nullable(),
  invalidAt: instant.nullable(),
  suppressedAt: instant.nullable(),
});
const sentence = z.object({ en: z.string(), fr: z.string() });
export const timelineEvent = z.object({
  id,
  type: z.string(),
  stage: stage.nullable(),
  channel: z.string().nullable(),
  occurredAt: instant,
  sentence,
  customerId: id.nullable(),
  contactId: id.nullable(),
  contactName: z.string().nullable(),
  subjectType: z.string(),
  subjectId: id,
  actorType: z.string(),
  actorName: z.string().nullable(),
  hasCause: z.boolean(),
  /** the facts as they were; money as digits beside a currency */
  data: z.record(z.string(), z.unknown()),
});
export const causeEvent = timelineEvent.extend({ depth: z.number(), causationId: id.nullable() });
export const change = z.object({
  id,
  subjectType: z.enum(["customer", "contact"]),
  subjectId: id,
  field: z.string(),
  before: z.unknown(),
  after: z.unknown(),
  actorType: z.string(),
  actorName: z.string().nullable(),
  changedAt: instant,
});
export const candidate = z.object({
  customerId: id,
  number: z.string(),
  name: z.string(),
  city: z.string().nullable(),
  score: z.number(),
  reasons: z.array(z.enum(["siren", "vat_number", "name", "email", "phone", "external"])),
});
export const merge = z.object({
  id,
  kind: z.enum(["customer", "contact"]),
  survivorId: id,
  mergedId: id,
  name: z.string(),
  mergedAt: instant,
  mergedByName: z.string().nullable(),
  splitAt: instant.nullable(),
});
