import { sql } from "kysely";
import type { Context } from "#platform/context.ts";
import type { Tx } from "#platform/database.ts";
import { found } from "#platform/errors.ts";

/** Whose deals someone sees: all, their team's, or their own. What is outside is answered as not found. */
export function inScope(ctx: Context, alias: "opportunities" | "opportunity_list") {
  const { actor } = ctx;
  if (actor.kind !== "staff" || actor.scope === "all") return sql<boolean>`true`;
  const own = sql`${sql.ref(`${alias}.owner_id`)} = ${actor.id}`;
  return actor.scope === "team" && actor.teamId
    ? sql<boolean>`(${own} or ${sql.ref(`${alias}.team_id`)} = ${actor.teamId})`
    : sql<boolean>`${own}`;
}

/** The deal, held until the transaction ends, if the one who acts may see it. */
export async function lockOpportunity(tx: Tx, ctx: Context, opportunityId: string) {
  const row = await tx
    .selectFrom("opportunities")
    .selectAll()
    .where("id", "=", opportunityId)
    .where(inScope(ctx, "opportunities"))
    .forUpdate()
    .executeTakeFirst();
  return found(row, "opportunity", opportunityId);
}
