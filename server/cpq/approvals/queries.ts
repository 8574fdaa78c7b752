import { sql } from "kysely";
import { type Context, reader } from "#platform/context.ts";
import { decodeCursor, page } from "#platform/page.ts";
import { type ApprovalReason, type ApprovalStatus, escalationRole, toApproval } from "./approval.ts";
import { approvalsInScope } from "./lock-approval.ts";

interface ListInput {
  cursor?: string | undefined;
  limit: number;
  mine?: boolean | undefined;
  status?: ApprovalStatus | undefined;
  quoteId?: string | undefined;
}

/** Approvals, the most urgent first; `mine`: those waiting for the one who asks. */
export async function listApprovals(ctx: Context, input: ListInput) {
  let query = reader(ctx)
    .selectFrom("approvals")
    .selectAll()
    .where(approvalsInScope(ctx))
    .orderBy("due_at")
    .orderBy("id")
    .limit(input.limit + 1);
  const { actor } = ctx;
  if (input.mine && actor.kind === "staff") {
    query = query.where("status", "=", "pending").where(sql<boolean>`requested_by is distinct from ${actor.id}`);
    if (!actor.roles.includes(escalationRole)) query = query.where("approver_role", "in", [...actor.roles]);
  }
  if (input.status) query = query.where("status", "=", input.status);
  if (input.quoteId) query = query.where("quote_id", "=", input.quoteId);
  if (input.cursor) {
    const [dueAt, id] = decodeCursor(input.cursor, 2);
    query = query.where(sql<boolean>`(due_at, id) > (${dueAt}::timestamptz, ${id}::uuid)`);
  }
  const cut = page(await query.execute(), input.limit, (row) => [row.due_at, row.id]);
  return { rows: cut.rows.map((row) => toApproval(row, actor)), nextCursor: cut.nextCursor };
}

/** How many answers a quote still waits for. */
export async function pendingApprovals(ctx: Context, quoteId: string): Promise<number> {
  const rows = await reader(ctx)
    .selectFrom("approvals")
    .select("id")
    .where("quote_id", "=", quoteId)
    .where("status", "=", "pending")
    .execute();
  return rows.length;
}

/** What was agreed to for a quote so far, by role: a milder version need not be asked again. */
export async function grantedReasons(ctx: Context, quoteId: string): Promise<{ approverRole: string; reason: ApprovalReason }[]> {
  const rows = await reader(ctx)
    .selectFrom("approvals")
    .select(["approver_role", "reasons"])
    .where("quote_id", "=", quoteId)
    .where("status", "=", "granted")
    .execute();
  return rows.flatMap((row) => (row.reasons as ApprovalReason[]).map((reason) => ({ approverRole: row.approver_role, reason })));
}
