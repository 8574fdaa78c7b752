import { z } from "zod";
import {
  currency,
  day,
  email,
  id,
  instant,
  minor,
  ok,
  pageInput,
  pageOf,
  requiredText,
  staff,
  text,
} from "#platform/contract.ts";

const tag = { tags: ["Opportunities"] };
const bilingual = z.object({ en: z.string(), fr: z.string() });
const stageKey = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/);
const row = z.object({
  id,
  name: z.string(),
  customerId: id.nullable(),
  customerName: z.string().nullable(),
  stage: z.string(),
  stageName: bilingual,
  stageKind: z.enum(["open", "won", "lost"]),
  valueMinor: minor.nullable(),
  currency,
  ownerId: id.nullable(),
  ownerName: z.string().nullable(),
  product: z.string().nullable(),
  expectedOn: day.nullable(),
  closedAt: instant.nullable(),
  mark: z.string().nullable(),
  createdAt: instant,
});
const filters = {
  search: text(80).optional(),
  stage: stageKey.optional(),
  kind: z.enum(["open", "won", "lost"]).optional(),
  ownerId: id.optional(),
  customerId: id.optional(),
  marked: z.boolean().optional(),
};
const one = z.object({ opportunityId: id });

const person = z.object({
  firstName: text(80).default(""),
  lastName: requiredText(80),
  email: email.optional(),
  phone: text(30).optional(),
  jobTitle: text(80).optional(),
  roles: z.array(z.enum(["decision_maker", "buyer", "project_manager", "it", "finance", "user"])).default([]),
});
const address = z.object({
  line1: requiredText(120),
  line2: text(120).optional(),
  postcode: requiredText(12),
  city: requiredText(80),
  country: z.string().length(2),
});

export const opportunitiesContract = {
  list: staff("read opportunities")
    .route({ method: "GET", path: "/opportunities", summary: "Deals, newest first", ...tag })
    .input(z.object({ ...pageInput, ...filters }))
    .output(pageOf(row)),
  board: staff("read opportunities")
    .route({ method: "GET", path: "/opportunities/board", summary: "Deals by stage: count, value, the first of each", ...tag })
    .input(z.object({ ownerId: id.optional(), perStage: z.number().int().min(1).max(100).default(30) }))
    .output(
      z.object({
        stages: z.array(
          z.object({
            key: z.string(),
            name: bilingual,
            kind: z.enum(["open", "won", "lost"]),
            count: z.number(),
            totals: z.array(z.object({ currency, valueMinor: minor, weightedMinor: minor })),
            rows: z.array(row),
          }),
        ),
      }),
    ),
  show: staff("read opportunities")
    .route({ method: "GET", path: "/opportunities/{opportunityId}", summary: "One deal: moves, quotes, payments seen", ...tag })
    .input(one)
    .output(
      row.extend({
        contactId: id.nullable(),
        leadId: id.nullable(),
        lostReason: z.string().nullable(),
        allowed: z.array(stageKey),
        moves: z.array(z.object({ at: instant, from: z.string().nullable(), to: z.string(), by: z.string() })),
        quoteIds: z.array(id),
        payments: z.array(z.object({ at: instant, amountMinor: minor, currency, number: z.string(), eventId: id })),
      }),
    ),
  open: staff("work on opportunities")
    .route({ method: "POST", path: "/opportunities", summary: "Open a deal", ...tag })
    .input(
      z.object({
        name: requiredText(160),
        customerId: id,
        contactId: id.optional(),
        valueMinor: minor.nullable().default(null),
        currency: currency.default("EUR"),
        ownerId: id.optional(),
        expectedOn: day.optional(),
      }),
    )
    .output(ok),
  change: staff("work on opportunities")
    .route({ method: "PATCH", path: "/opportunities/{opportunityId}", summary: "Change name, value or expected date", ...tag })
    .input(
      one.extend({
        name: requiredText(160).optional(),
        valueMinor: minor.nullable().optional(),
        expectedOn: day.nullable().optional(),
      }),
    )
    .output(ok),
  assign: staff("assign opportunities")
    .route({ method: "PUT", path: "/opportunities/{opportunityId}/owner", summary: "Give a deal to someone", ...tag })
    .input(one.extend({ ownerId: id }))
    .output(ok),
  advance: staff("work on opportunities")
    .route({ method: "PUT", path: "/opportunities/{opportunityId}/stage", summary: "Move a deal to another open stage", ...tag })
    .input(one.extend({ stage: stageKey }))
    .output(ok),
  win: staff("work on opportunities")
    .route({ method: "POST", path: "/opportunities/{opportunityId}/win", summary: "Close a deal as won", ...tag })
    .input(one.extend({ valueMinor: minor.optional() }))
    .output(ok),
  lose: staff("work on opportunities")
    .route({
      method: "POST",
      path: "/opportunities/{opportunityId}/loss",
      summary: "Close a deal as lost, with the reason",
      ...tag,
    })
    .input(one.extend({ reason: requiredText(200) }))
    .output(ok),
  stages: staff("read opportunities")
    .route({ method: "GET", path: "/opportunity-stages", summary: "The stages of a deal, in order", ...tag })
    .output(
      z.object({
        rows: z.array(
          z.object({
            key: z.string(),
            name: bilingual,
            kind: z.enum(["open", "won", "lost"]),
            probability: z.number(),
            position: z.number(),
          }),
        ),
      }),
    ),
  changeStage: staff("change opportunity stages")
    .route({ method: "PUT", path: "/opportunity-stages/{stage}", summary: "Rename a stage or change its probability", ...tag })
    .input(
      z.object({
        stage: stageKey,
        name: z.object({ en: requiredText(40), fr: requiredText(40) }),
        probability: z.number().int().min(0).max(100),
      }),
    )
    .output(z.object({ key: z.string() })),
  qualify: staff("work on leads")
    .route({
      method: "POST",
      path: "/leads/{leadId}/qualification",
      summary: "Qualify a lead: it becomes an account, its contacts and an opportunity",
      ...tag,
    })
    .input(
      z.object({
        leadId: id,
        account: z
          .object({
            kind: z.enum(["company", "person"]).default("company"),
            name: requiredText(160),
            siren: text(14).optional(),
            vatNumber: text(20).optional(),
            address: address.optional(),
          })
          .or(z.object({ customerId: id })),
        contacts: z.array(person).max(20).default([]),
        roles: z.array(z.string()).default(["buyer"]),
        opportunity: z
          .object({ name: requiredText(160), valueMinor: minor.nullable().default(null), currency: currency.default("EUR") })
          .nullable(),
        notes: text(2_000).optional(),
      }),
    )
    .output(z.object({ id, customerId: id, opportunityId: id.nullable() })),
};
