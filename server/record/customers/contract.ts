import { z } from "zod";
import { id, instant, currency, locale, ok, pageInput, pageOf, requiredText, staff, text } from "#platform/contract.ts";
import { postalAddress } from "#record/organisation/contract.ts";
import {
  candidate,
  causeEvent,
  change,
  contactInput,
  contactRole,
  contactRow,
  customerFields,
  customerInput,
  customerRow,
  identifier,
  kind,
  merge,
  stage,
  timelineEvent,
} from "./shapes.ts";

const tag = { tags: ["Customers"] };

const eventFilter = {
  types: z.array(text(60)).max(40).optional(),
  stage: stage.optional(),
  /** Empty: of no channel. */
  channel: text(40).optional(),
  subjectId: id.optional(),
  customerId: id.optional(),
  contactId: id.optional(),
  correlationId: id.optional(),
  segment: text(60).optional(),
  ids: z.array(id).max(200).optional(),
  from: instant.optional(),
  to: instant.optional(),
};

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
    .output(
      z.object({
        contact: contactRow,
        identifiers: z.array(identifier),
        /** Typed beside their address in a form, a chat or a mail, and not confirmed from their mailbox. */
        claims: z.array(z.object({ id, name: z.string().nullable(), phone: z.string().nullable(), claimedAt: instant })),
      }),
    ),
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
    .input(z.object({ ...pageInput, ...eventFilter }))
    .output(pageOf(timelineEvent.extend({ customerName: z.string().nullable() }))),
  eventCount: staff("read customers")
    .route({
      method: "GET",
      path: "/event-count",
      summary: "How many events are behind a figure, and how many of them you may see; counted up to 10,000",
      ...tag,
    })
    .input(z.object(eventFilter))
    .output(z.object({ total: z.number(), visible: z.number(), more: z.boolean() })),
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
