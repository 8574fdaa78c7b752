import { z } from "zod";
import { currency, email, id, instant, locale, ok, pageInput, pageOf, requiredText, staff, text } from "#platform/contract.ts";
import { postalAddress } from "#record/organisation/contract.ts";

const tag = { tags: ["Customers"] };
export const contactRoles = ["decision_maker", "buyer", "project_manager", "it", "finance", "user"] as const;
const contactRole = z.enum(contactRoles);
const kind = z.enum(["company", "person"]);
const stage = z.enum(["discover", "enquire", "choose", "receive", "use", "pay", "stay", "recommend"]);
const siren = z
  .string()
  .trim()
  .regex(/^(\d{9}|\d{14})$/, "9 digits (SIREN) or 14 (SIRET)");

/** What may be written on an account, all optional on change. */
const customerFields = {
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
const customerInput = z
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
const contactInput = z.object(contactFields).partial();

const customerRow = z.object({
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
const contactRow = z.object({
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
const identifier = z.object({
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
const causeEvent = timelineEvent.extend({ depth: z.number(), causationId: id.nullable() });
const change = z.object({
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
const candidate = z.object({
  customerId: id,
  number: z.string(),
  name: z.string(),
  city: z.string().nullable(),
  score: z.number(),
  reasons: z.array(z.enum(["siren", "vat_number", "name", "email", "phone", "external"])),
});
const merge = z.object({
  id,
  kind: z.enum(["customer", "contact"]),
  survivorId: id,
  mergedId: id,
  name: z.string(),
  mergedAt: instant,
  mergedByName: z.string().nullable(),
  splitAt: instant.nullable(),
});

export const customersContract = {
  list: staff("read customers")
    .route({ method: "GET", path: "/customers", summary: "Accounts, newest first, searched and filtered", ...tag })
    .input(
      z.object({
        ...pageInput,
        search: text(120).optional(),
        kind: kind.optional(),
        ownerId: id.optional(),
        mine: z.boolean().optional(),
        segment: text(40).optional(),
        sector: text(80).optional(),
        parentId: id.optional(),
        sort: z.enum(["created", "name"]).default("created"),
      }),
    )
    .output(pageOf(customerRow)),
  show: staff("read customers")
    .route({
      method: "GET",
      path: "/customers/{customerId}",
      summary: "One account: facts, contacts, identifiers, what has happened so far",
      ...tag,
    })
    .input(z.object({ customerId: id }))
    .output(
      z.object({
        customer: z.object({
          id,
          number: z.string(),
          kind,
          name: z.string(),
          ownerId: id.nullable(),
          ownerName: z.string().nullable(),
          teamId: id.nullable(),
          parentId: id.nullable(),
          parentName: z.string().nullable(),
          sector: z.string().nullable(),
          size: z.string().nullable(),
          website: z.string().nullable(),
          siren: z.string().nullable(),
          vatNumber: z.string().nullable(),
          billingAddress: postalAddress.nullable(),
          currency,
          locale,
          timeZone: z.string(),
          segment: z.string().nullable(),
          externalId: z.string().nullable(),
          createdAt: instant,
          updatedAt: instant,
        }),
        contacts: z.array(contactRow),
        identifiers: z.array(identifier),
        children: z.array(z.object({ id, name: z.string(), number: z.string() })),
        /** where the customer stands on the line now: the stage of the newest event */
        stage: stage.nullable(),
        lastEventAt: instant.nullable(),
        /** how often each kind of fact has happened, and when last */
        counts: z.array(z.object({ type: z.string(), count: z.number(), lastAt: instant })),
        merges: z.array(merge),
        duplicates: z.number(),
      }),
    ),
  create: staff("create customers")
    .route({ method: "POST", path: "/customers", summary: "Create an account, with its first contacts", ...tag })
    .input(customerInput.extend({ contacts: z.array(contactInput).max(20).default([]) }))
    .output(ok.extend({ number: z.string(), contactIds: z.array(id) })),
  change: staff("change customers")
    .route({
      method: "PATCH",
      path: "/customers/{customerId}",
      summary: "Change fields of an account; each change is kept",
      ...tag,
    })
    .input(
      z
        .object({ customerId: id, name: requiredText(160).optional(), kind: kind.optional() })
        .extend(z.object(customerFields).partial().shape),
    )
    .output(ok),
  history: staff("read customers")
    .route({
      method: "GET",
      path: "/customers/{customerId}/history",
      summary: "Every change of a field, of the account or its contacts, newest first",
      ...tag,
    })
    .input(z.object({ customerId: id, ...pageInput, field: text(40).optional(), contactId: id.optional() }))
    .output(pageOf(change)),
  addContact: staff("change customers")
    .route({ method: "POST", path: "/customers/{customerId}/contacts", summary: "Add a contact to an account", ...tag })
    .input(contactInput.extend({ customerId: id }))
    .output(ok),
  listContacts: staff("read customers")
    .route({ method: "GET", path: "/contacts", summary: "People, searched and filtered", ...tag })
    .input(
      z.object({
        ...pageInput,
        search: text(120).optional(),
        customerId: id.optional(),
        role: contactRole.optional(),
        withoutCustomer: z.boolean().optional(),
      }),
    )
    .output(pageOf(contactRow)),
  showContact: staff("read customers")
    .route({ method: "GET", path: "/contacts/{contactId}", summary: "One person", ...tag })
    .input(z.object({ contactId: id }))
    .output(z.object({ contact: contactRow, identifiers: z.array(identifier) })),
  changeContact: staff("change customers")
    .route({ method: "PATCH", path: "/contacts/{contactId}", summary: "Change fields of a contact; each change is kept", ...tag })
    .input(contactInput.extend({ contactId: id, customerId: id.optional() }))
    .output(ok),
  timeline: staff("read customers")
    .route({
      method: "GET",
      path: "/customers/{customerId}/timeline",
      summary: "Everything that happened to this customer on one line, newest first",
      ...tag,
    })
    .input(
      z.object({ customerId: id, ...pageInput, stage: stage.optional(), type: text(60).optional(), contactId: id.optional() }),
    )
    .output(pageOf(timelineEvent)),
  events: staff("read customers")
    .route({ method: "GET", path: "/events", summary: "The events behind any figure", ...tag })
    .input(
      z.object({
        ...pageInput,
        types: z.array(text(60)).max(40).optional(),
        stage: stage.optional(),
        subjectId: id.optional(),
        customerId: id.optional(),
        contactId: id.optional(),
        correlationId: id.optional(),
        segment: text(60).optional(),
        ids: z.array(id).max(200).optional(),
        from: instant.optional(),
        to: instant.optional(),
      }),
    )
    .output(pageOf(timelineEvent.extend({ customerName: z.string().nullable() }))),
  causes: staff("read customers")
    .route({
      method: "GET",
      path: "/events/{eventId}/causes",
      summary: "Why this happened: back to the first click; and what followed from it",
      ...tag,
    })
    .input(z.object({ eventId: id }))
    .output(z.object({ event: causeEvent, causes: z.array(causeEvent), effects: z.array(causeEvent), moreEffects: z.boolean() })),
  duplicates: staff("read customers")
    .route({
      method: "GET",
      path: "/customers/{customerId}/duplicates",
      summary: "Accounts that may be the same one; the score is advice, nothing merges by itself",
      ...tag,
    })
    .input(z.object({ customerId: id }))
    .output(z.object({ rows: z.array(candidate) })),
  merge: staff("merge customers")
    .route({
      method: "POST",
      path: "/customers/{customerId}/merges",
      summary: "Merge another account into this one; can be undone",
      ...tag,
    })
    .input(z.object({ customerId: id, mergedId: id, despiteVerified: z.boolean().default(false) }))
    .output(ok),
  mergeContacts: staff("merge customers")
    .route({
      method: "POST",
      path: "/contacts/{contactId}/merges",
      summary: "Merge another contact into this one; can be undone",
      ...tag,
    })
    .input(z.object({ contactId: id, mergedId: id, despiteVerified: z.boolean().default(false) }))
    .output(ok),
  split: staff("merge customers")
    .route({ method: "POST", path: "/merges/{mergeId}/split", summary: "Undo a merge", ...tag })
    .input(z.object({ mergeId: id }))
    .output(ok),
};
