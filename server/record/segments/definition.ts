import { z } from "zod";
import { text } from "#platform/contract.ts";

/** The fields of people and their accounts that rules may use. */
export const fields = [
  "contact.email",
  "contact.phone",
  "contact.jobTitle",
  "contact.locale",
  "contact.roles",
  "contact.isPrimary",
  "contact.createdAt",
  "customer.name",
  "customer.kind",
  "customer.sector",
  "customer.size",
  "customer.segment",
  "customer.country",
  "customer.city",
  "customer.postcode",
  "customer.locale",
  "customer.ownerId",
  "customer.createdAt",
] as const;
export type Field = (typeof fields)[number];

const value = z.union([text(200), z.number(), z.boolean()]);
const stages = z.enum(["discover", "enquire", "choose", "receive", "use", "pay", "stay", "recommend"]);
const withinDays = z.number().int().min(1).max(3650).optional();
/** Whose events count: the person's own, or everybody's of the account. */
const of = z.enum(["person", "account"]).default("account");

export const rule = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("field"),
    field: z.enum(fields),
    op: z.enum(["is", "is_not", "in", "contains", "starts_with", "is_set", "is_not_set", "after", "before"]),
    value: value.optional(),
    values: z.array(value).max(100).optional(),
  }),
  z.object({
    kind: z.literal("consent"),
    purpose: text(42),
    state: z.enum(["given", "pending", "withdrawn", "none"]),
    not: z.boolean().default(false),
  }),
  z.object({
    kind: z.literal("event"),
    type: text(60),
    op: z.enum(["at_least", "at_most", "never"]),
    count: z.number().int().min(1).max(1000).default(1),
    withinDays,
    of,
    /** Conditions on the facts of the event: score at_most 6. */
    where: z
      .array(z.object({ field: z.string().regex(/^\w{1,40}$/), op: z.enum(["is", "is_not", "at_least", "at_most"]), value }))
      .max(5)
      .default([]),
  }),
  /** The newest event among several kinds is this one: "subscription.started" among started and cancelled means subscribed. */
  z.object({ kind: z.literal("latest"), among: z.array(text(60)).min(1).max(12), is: text(60), of }),
  z.object({ kind: z.literal("stage"), stages: z.array(stages).min(1).max(8), not: z.boolean().default(false) }),
  z.object({ kind: z.literal("segment"), segmentId: z.uuid(), not: z.boolean().default(false) }),
]);

/** People for whom all (or any) of the groups hold; in a group all (or any) of the rules. No rule: everyone. */
export const definition = z.object({
  match: z.enum(["all", "any"]).default("all"),
  groups: z.array(z.object({ match: z.enum(["all", "any"]).default("all"), rules: z.array(rule).min(1).max(20) })).max(10),
});

export type Rule = z.infer<typeof rule>;
export type Definition = z.infer<typeof definition>;

export const rulesOf = ({ groups }: Definition): Rule[] => groups.flatMap((group) => group.rules);
/** Whether membership can change without anything happening to the person: by time, or because another segment changed. */
export const ages = (defined: Definition): boolean =>
  rulesOf(defined).some((each) => each.kind === "segment" || (each.kind === "event" && each.withinDays !== undefined));

/** Segments ordered so that each comes after those it builds on. */
export function inOrder<S extends { id: string; definition: unknown }>(segments: readonly S[]): S[] {
  const byId = new Map(segments.map((segment) => [segment.id, segment]));
  const ordered = new Set<S>();
  const visit = (segment: S | undefined): void => {
    if (!segment || ordered.has(segment)) return;
    byId.delete(segment.id); // never twice, even if a loop slipped in
    for (const each of rulesOf(segment.definition as Definition)) if (each.kind === "segment") visit(byId.get(each.segmentId));
    ordered.add(segment);
  };
  for (const segment of segments) visit(segment);
  return [...ordered];
}
