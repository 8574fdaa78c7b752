import { type RawBuilder, sql } from "kysely";
import type { Context } from "#platform/context.ts";
import type { Database } from "#platform/database.ts";
import { found } from "#platform/errors.ts";

/**
 * Whose accounts someone sees: all; their team's; their own. An account nobody owns yet belongs to everyone who may read
 * customers. What is outside is answered as not found. `alias` is a relation with owner_id and team_id.
 */
export function inScope(ctx: Context, alias: "customer_list" | "contact_list"): RawBuilder<boolean> {
  const { actor } = ctx;
  if (actor.kind !== "staff" || actor.scope === "all") return sql<boolean>`true`;
  const owner = sql.ref(`${alias}.owner_id`);
  const team = sql.ref(`${alias}.team_id`);
  const nobodys = sql`(${owner} is null and ${team} is null)`;
  if (actor.scope === "team" && actor.teamId)
    return sql<boolean>`(${owner} = ${actor.id} or ${team} = ${actor.teamId} or ${nobodys})`;
  return sql<boolean>`(${owner} = ${actor.id} or ${nobodys})`;
}

/**
 * Whose events someone sees, of a relation `e` of events: those of the accounts they see, and of people without an
 * account by what their record says today; facts about nobody are everyone's.
 */
export function inEventScope(ctx: Context): RawBuilder<boolean> {
  const { actor } = ctx;
  if (actor.kind !== "staff" || actor.scope === "all") return sql<boolean>`true`;
  return sql<boolean>`case
    when e.customer_id is not null then exists (select 1 from customers c join customer_list on customer_list.id = coalesce(c.merged_into_id, c.id)
      where c.id = e.customer_id and ${inScope(ctx, "customer_list")})
    when e.contact_id is not null then exists (select 1 from contacts k join contact_list on contact_list.id = coalesce(k.merged_into_id, k.id)
      where k.id = e.contact_id and ${inScope(ctx, "contact_list")})
    else true end`;
}

/** The id, if the one who asks may see this account; else 404. */
export async function seeCustomer(ctx: Context, db: Database, customerId: string): Promise<string> {
  const row = await db
    .selectFrom("customer_list")
    .select("id")
    .where("id", "=", customerId)
    .where(inScope(ctx, "customer_list"))
    .executeTakeFirst();
  return found(row, "customer", customerId).id!;
}

/** The same for a contact; one without an account is seen by all who may read customers. */
export async function seeContact(ctx: Context, db: Database, contactId: string): Promise<string> {
  const row = await db
    .selectFrom("contact_list")
    .select("id")
    .where("id", "=", contactId)
    .where(inScope(ctx, "contact_list"))
    .executeTakeFirst();
  return found(row, "contact", contactId).id!;
}
