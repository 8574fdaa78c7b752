import { append } from "#events/append.ts";
import type { Context } from "#platform/context.ts";
import { write } from "#platform/write.ts";

/** What was asked for a quote is asked no more: its seller took it back, or another approver refused. */
export const withdrawApprovals = (ctx: Context, input: { quoteId: string }) =>
  write(ctx, async (tx) => {
    const rows = await tx
      .updateTable("approvals")
      .set({ status: "withdrawn", decided_at: ctx.now })
      .where("quote_id", "=", input.quoteId)
      .where("status", "=", "pending")
      .returning(["id", "customer_id"])
      .execute();
    for (const row of rows)
      await append(tx, ctx, "approval.withdrawn", {
        subjectId: row.id,
        customerId: row.customer_id,
        data: { quoteId: input.quoteId },
      });
    return { withdrawn: rows.length };
  });
