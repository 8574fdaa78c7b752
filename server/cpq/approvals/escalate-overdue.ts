import { append } from "#events/append.ts";
import type { Context } from "#platform/context.ts";
import { write } from "#platform/write.ts";
import { escalationRole } from "./approval.ts";

/** Approvals nobody answered in time become the administrators' too, once. */
export const escalateOverdue = (ctx: Context): Promise<void> =>
  write(ctx, async (tx) => {
    const late = await tx
      .selectFrom("approvals")
      .select(["id", "customer_id", "quote_id", "quote_number", "due_at"])
      .where("status", "=", "pending")
      .where("escalated_at", "is", null)
      .where("due_at", "<", ctx.now)
      .orderBy("due_at")
      .limit(500)
      .forUpdate()
      .skipLocked()
      .execute();
    for (const approval of late) {
      await tx.updateTable("approvals").set({ escalated_at: ctx.now }).where("id", "=", approval.id).execute();
      await append(tx, ctx, "approval.escalated", {
        subjectId: approval.id,
        customerId: approval.customer_id,
        data: { quoteId: approval.quote_id, number: approval.quote_number, dueAt: approval.due_at, toRole: escalationRole },
      });
    }
  });
