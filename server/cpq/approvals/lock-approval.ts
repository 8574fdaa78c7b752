import { sql } from "kysely";
import type { Context } from "#platform/context.ts";
import type { Tx } from "#platform/database.ts";
import { found } from "#platform/errors.ts";

/** Whose approvals someone sees: all, their team's, or those they asked for. Those of no team are everybody's. */
export function approvalsInScope({ actor }: Context) {
  if (actor.kind !== "staff" || actor.scope === "all") return sql<boolean>`true`;
  const own = sql`approvals.requested_by = ${actor.id} or approvals.team_id is null`;
  return actor.scope === "team" && actor.teamId
    ? sql<boolean>`(${own} or approvals.team_id = ${actor.teamId})`
    : sql<boolean>`(${own})`;
}

export async function lockApproval(tx: Tx, ctx: Context, approvalId: string) {
  const row = await tx
    .selectFrom("approvals")
    .selectAll()
    .where("id", "=", approvalId)
    .where(approvalsInScope(ctx))
    .forUpdate()
    .executeTakeFirst();
  return found(row, "approval", approvalId);
}
