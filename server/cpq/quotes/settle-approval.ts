import type { Context } from "#platform/context.ts";
import { write } from "#platform/write.ts";
import { pendingApprovals } from "#cpq/approvals/queries.ts";
import { withdrawApprovals } from "#cpq/approvals/withdraw-approvals.ts";
import { lockQuote } from "./lock-quote.ts";

/** An approver has answered: the quote is ready once all agreed, and a draft again once one refused. */
export const settleApproval = (ctx: Context, input: { quoteId: string; granted: boolean }) =>
  write(ctx, async (tx) => {
    const quote = await lockQuote(tx, ctx, input.quoteId);
    if (quote.status !== "in_approval") return;
    const within = { ...ctx, tx };
    if (input.granted && (await pendingApprovals(within, quote.id)) > 0) return;
    if (!input.granted) await withdrawApprovals(within, { quoteId: quote.id });
    const status = input.granted ? "ready" : "draft";
    await tx.updateTable("quotes").set({ status, updated_at: ctx.now }).where("id", "=", quote.id).execute();
  });
