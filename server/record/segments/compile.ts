import { type RawBuilder, sql } from "kysely";
import { isEventType } from "#events/catalog.ts";
import { refuse } from "#platform/errors.ts";
import { movesStage } from "#record/customers/moves-stage.ts";
import type { Definition, Field, Rule } from "./definition.ts";

type Condition = RawBuilder<boolean>;

/** Where each field is read, from contacts `k` and their account `c`. */
const columns: Record<Field, string> = {
  "contact.email": "k.email",
  "contact.phone": "k.phone",
  "contact.jobTitle": "k.job_title",
  "contact.locale": "k.locale",
  "contact.roles": "k.roles",
  "contact.isPrimary": "k.is_primary",
  "contact.createdAt": "k.created_at",
  "customer.name": "c.name",
  "customer.kind": "c.kind",
  "customer.sector": "c.sector",
  "customer.size": "c.size",
  "customer.segment": "c.segment",
  "customer.country": "c.billing_address ->> 'country'",
  "customer.city": "c.billing_address ->> 'city'",
  "customer.postcode": "c.billing_address ->> 'postcode'",
  "customer.locale": "c.locale",
  "customer.ownerId": "c.owner_id::text",
  "customer.createdAt": "c.created_at",
};

/** A definition as one SQL condition over contacts `k` and their customers `c`. Every value is a parameter. */
export function compile(definition: Definition, now: Date): Condition {
  return joined(
    definition.match,
    definition.groups.map((group) =>
      joined(
        group.match,
        group.rules.map((rule) => conditionOf(rule, now)),
      ),
    ),
  );
}

function joined(match: "all" | "any", conditions: Condition[]): Condition {
  if (conditions.length === 0) return sql<boolean>`true`;
  return sql<boolean>`(${sql.join(conditions, match === "all" ? sql` and ` : sql` or `)})`;
}

function conditionOf(rule: Rule, now: Date): Condition {
  switch (rule.kind) {
    case "field":
      return fieldCondition(rule);
    case "consent": {
      const has =
        rule.state === "none"
          ? sql<boolean>`not exists (select 1 from consent_states s where s.contact_id = k.id and s.purpose = ${rule.purpose})`
          : sql<boolean>`exists (select 1 from consent_states s where s.contact_id = k.id and s.purpose = ${rule.purpose} and s.state = ${rule.state})`;
      return rule.not ? sql<boolean>`not ${has}` : has;
    }
    case "event":
      return eventCondition(rule, now);
    case "latest":
      for (const type of [...rule.among, rule.is]) known(type);
      return sql<boolean>`(select e.type from events e where ${whose(rule.of)} and e.type = any(${rule.among}::text[]) order by e.occurred_at desc, e.position desc limit 1) = ${rule.is}`;
    case "stage": {
      const at = sql<boolean>`(select e.stage from events e where e.customer_id = k.customer_id and e.stage is not null and ${movesStage("e")} order by e.occurred_at desc, e.position desc limit 1) = any(${rule.stages}::text[])`;
      return rule.not ? sql<boolean>`(${at}) is not true` : at;
    }
    case "segment": {
      const inside = sql<boolean>`exists (select 1 from segment_members m where m.segment_id = ${rule.segmentId} and m.contact_id = k.id)`;
      return rule.not ? sql<boolean>`not ${inside}` : inside;
    }
  }
}

function fieldCondition(rule: Extract<Rule, { kind: "field" }>): Condition {
  const column = sql.raw(columns[rule.field]);
  if (rule.op === "is_set" || rule.op === "is_not_set") {
    const set =
      rule.field === "contact.roles" ? sql`cardinality(${column}) > 0` : sql`${column} is not null and ${column}::text <> ''`;
    return rule.op === "is_set" ? sql<boolean>`(${set})` : sql<boolean>`not (${set})`;
  }
  const values = (rule.op === "in" ? (rule.values ?? []) : [rule.value]).filter((each) => each !== undefined).map(String);
  if (values.length === 0) refuse("segment.value_missing", { field: rule.field });
  if (rule.field === "contact.roles") {
    const overlaps = sql<boolean>`${column} && ${values}::text[]`;
    return rule.op === "is_not" ? sql<boolean>`not (${overlaps})` : overlaps;
  }
  if (rule.op === "after" || rule.op === "before") {
    if (Number.isNaN(Date.parse(values[0]!))) refuse("segment.value_missing", { field: rule.field });
    return sql<boolean>`${column}::timestamptz ${sql.raw(rule.op === "after" ? ">=" : "<")} ${new Date(values[0]!)}`;
  }
  const lowered = values.map((each) => each.toLowerCase());
  if (rule.op === "contains") return sql<boolean>`position(${lowered[0]} in lower(${column}::text)) > 0`;
  if (rule.op === "starts_with") return sql<boolean>`starts_with(lower(${column}::text), ${lowered[0]})`;
  if (rule.op === "is_not") return sql<boolean>`lower(${column}::text) is distinct from ${lowered[0]}`;
  return sql<boolean>`lower(${column}::text) = any(${lowered}::text[])`;
}

function eventCondition(rule: Extract<Rule, { kind: "event" }>, now: Date): Condition {
  known(rule.type);
  const parts: RawBuilder<unknown>[] = [whose(rule.of), sql`e.type = ${rule.type}`];
  if (rule.withinDays !== undefined) parts.push(sql`e.occurred_at >= ${new Date(now.getTime() - rule.withinDays * 86_400_000)}`);
  parts.push(...rule.where.map(dataCondition));
  const matching = sql.join(parts, sql` and `);
  if (rule.op === "never") return sql<boolean>`not exists (select 1 from events e where ${matching})`;
  if (rule.op === "at_least" && rule.count === 1) return sql<boolean>`exists (select 1 from events e where ${matching})`;
  // Counting stops one past the limit: nobody needs to know that there were thousands.
  const count = sql`(select count(*) from (select 1 from events e where ${matching} limit ${rule.count + 1}) n)`;
  return rule.op === "at_least" ? sql<boolean>`${count} >= ${rule.count}` : sql<boolean>`${count} <= ${rule.count}`;
}

const whose = (of: "person" | "account") => (of === "person" ? sql`e.contact_id = k.id` : sql`e.customer_id = k.customer_id`);

function dataCondition({
  field,
  op,
  value,
}: {
  field: string;
  op: "is" | "is_not" | "at_least" | "at_most";
  value: string | number | boolean;
}): RawBuilder<unknown> {
  const found = sql`e.data ->> ${field}`;
  if (op === "is") return sql`${found} = ${String(value)}`;
  if (op === "is_not") return sql`(${found}) is distinct from ${String(value)}`;
  const number = Number(value);
  if (Number.isNaN(number)) refuse("segment.value_missing", { field });
  return sql`case when ${found} ~ '^-?[0-9]+(\\.[0-9]+)?$' then (${found})::numeric ${sql.raw(op === "at_least" ? ">=" : "<=")} ${number}::numeric else false end`;
}

function known(type: string): void {
  if (!isEventType(type)) refuse("segment.unknown_event", { type });
}
