import { sql } from "kysely";
import type { Stage } from "#events/define-event.ts";
import { type Context, reader } from "#platform/context.ts";
import { found } from "#platform/errors.ts";
import type { Address } from "./address.ts";
import { findDuplicates } from "./find-duplicates.ts";
import { toContact, toIdentifier } from "./list-contacts.ts";
import { movesStage } from "./moves-stage.ts";
import { inScope } from "./visible.ts";

/** Kinds of facts are counted over the newest ones only: a meter that reports each minute must not slow the page down. */
const countedEvents = 20_000;

/** Everything the record page shows beside the timeline. */
export async function showCustomer(ctx: Context, input: { customerId: string }) {
  const db = reader(ctx);
  const { customerId } = input;
  const listed = found(
    await db
      .selectFrom("customer_list")
      .select(["id", "owner_name", "parent_name"])
      .where("id", "=", customerId)
      .where(inScope(ctx, "customer_list"))
      .executeTakeFirst(),
    "customer",
    customerId,
  );
  const family = sql`(select id from customers where id = ${customerId} or merged_into_id = ${customerId})`;
  const [row, contacts, identifiers, children, counts, newest, merges, duplicates] = await Promise.all([
    db.selectFrom("customers").selectAll().where("id", "=", customerId).executeTakeFirstOrThrow(),
    db
      .selectFrom("contact_list")
      .selectAll()
      .where("customer_id", "=", customerId)
      .orderBy("is_primary", "desc")
      .orderBy("created_at")
      .limit(200)
      .execute(),
    db.selectFrom("identifiers").selectAll().where("customer_id", "=", customerId).orderBy("created_at").limit(200).execute(),
    db
      .selectFrom("customer_list")
      .select(["id", "name", "number"])
      .where("parent_id", "=", customerId)
      .where(inScope(ctx, "customer_list"))
      .orderBy("name")
      .limit(100)
      .execute(),
    sql<{ type: string; count: bigint; last_at: Date }>`
      select type, count(*) as count, max(occurred_at) as last_at from (select type, occurred_at from events where customer_id in ${family} order by occurred_at desc limit ${countedEvents}) e group by type order by type`.execute(
      db,
    ),
    sql<{ stage: Stage; occurred_at: Date }>`
      select e.stage, e.occurred_at from ${family} f cross join lateral (select stage, occurred_at from events where customer_id = f.id and stage is not null and ${movesStage()} order by occurred_at desc, position desc limit 1) e order by e.occurred_at desc limit 1`.execute(
      db,
    ),
    sql<{
      id: string;
      kind: "customer" | "contact";
      survivor_id: string;
      merged_id: string;
      name: string;
      merged_at: Date;
      split_at: Date | null;
      by_name: string | null;
    }>`
      select m.id, m.kind, m.survivor_id, m.merged_id, m.name, m.merged_at, m.split_at, s.name as by_name from customer_merges m left join staff s on s.id::text = m.merged_by
      where m.survivor_id = ${customerId} or (m.kind = 'contact' and m.survivor_id in (select id from contacts where customer_id = ${customerId})) order by m.merged_at desc limit 50`.execute(
      db,
    ),
    findDuplicates(db, customerId, 20),
  ]);
  return {
    customer: {
      id: row.id,
      number: row.number,
      kind: row.kind as "company" | "person",
      name: row.name,
      ownerId: row.owner_id,
      ownerName: listed.owner_name,
      teamId: row.team_id,
      parentId: row.parent_id,
      parentName: listed.parent_name,
      sector: row.sector,
      size: row.size,
      website: row.website,
      siren: row.siren,
      vatNumber: row.vat_number,
      billingAddress: row.billing_address as Address | null,
      currency: row.currency,
      locale: row.locale as "en" | "fr",
      timeZone: row.time_zone,
      segment: row.segment,
      externalId: row.external_id,
      createdAt: row.created_at,
      updatedAt: row.updated_at,
    },
    contacts: contacts.map(toContact),
    identifiers: identifiers.map(toIdentifier),
    children: children.map((child) => ({ id: child.id!, name: child.name!, number: child.number! })),
    stage: newest.rows[0]?.stage ?? null,
    lastEventAt: newest.rows[0]?.occurred_at ?? null,
    counts: counts.rows.map(({ type, count, last_at }) => ({ type, count: Number(count), lastAt: last_at })),
    merges: merges.rows.map((merge) => ({
      id: merge.id,
      kind: merge.kind,
      survivorId: merge.survivor_id,
      mergedId: merge.merged_id,
      name: merge.name,
      mergedAt: merge.merged_at,
      mergedByName: merge.by_name,
      splitAt: merge.split_at,
    })),
    duplicates: duplicates.length,
  };
}
