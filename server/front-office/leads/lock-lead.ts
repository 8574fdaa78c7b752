import { sql } from "kysely";
import type { Context } from "#platform/context.ts";
import type { Tx } from "#platform/database.ts";
import { found } from "#platform/errors.ts";

/** Whose leads someone sees. Leads nobody has yet are everyone's who may read leads. */
export function inScope(ctx: Context, alias: "leads" | "lead_list") {
  const { actor } = ctx;
  if (actor.kind !== "staff" || actor.scope === "all") return sql<boolean>`true`;
  const owner = sql.ref(`${alias}.owner_id`);
  const own = sql`(${owner} is null or ${owner} = ${actor.id})`;
  return actor.scope === "team" && actor.teamId
    ? sql<boolean>`(${own} or ${sql.ref(`${alias}.team_id`)} = ${actor.teamId})`
    : sql<boolean>`${own}`;
}

export async function lockLead(tx: Tx, ctx: Context, leadId: string) {
  return found(
    await tx.selectFrom("leads").selectAll().where("id", "=", leadId).where(inScope(ctx, "leads")).forUpdate().executeTakeFirst(),
    "lead",
    leadId,
  );
}
