import { append } from "#events/append.ts";
import { businessDurationMs } from "#platform/calendar/business-time.ts";
import type { Context } from "#platform/context.ts";
import { refuseUnless } from "#platform/errors.ts";
import { write } from "#platform/write.ts";
import { businessCalendar } from "#record/organisation/business-calendar.ts";
import { mayDecide } from "./approval.ts";
import { lockApproval } from "./lock-approval.ts";

/** The approver agrees. The quote is ready once every role asked has agreed. Agreeing twice changes nothing. */
export const grantApproval = (ctx: Context, input: { approvalId: string; comment?: string | undefined }) =>
  decide(ctx, { ...input, to: "granted" });

/** The approver says no, and why; the quote goes back to its seller. */
export const refuseApproval = (ctx: Context, input: { approvalId: string; comment: string }) =>
  decide(ctx, { ...input, to: "refused" });

const decide = (
  ctx: Context,
  input: { approvalId: string; comment?: string | undefined; to: "granted" | "refused" },
): Promise<{ id: string }> =>
  write(ctx, async (tx) => {
    const approval = await lockApproval(tx, ctx, input.approvalId);
    refuseUnless(ctx.actor.kind === "staff" && mayDecide(approval, ctx.actor), "approval.not_yours", {
      role: approval.approver_role,
    });
    if (approval.status === input.to) return { id: approval.id };
    refuseUnless(approval.status === "pending", "approval.decided", { status: approval.status });
    refuseUnless(approval.requested_by !== ctx.actor.id, "approval.own");
    await tx
      .updateTable("approvals")
      .set({
        status: input.to,
        decided_at: ctx.now,
        decided_by: ctx.actor.id,
        decided_name: ctx.actor.name,
        decision_comment: input.comment ?? null,
      })
      .where("id", "=", approval.id)
      .execute();
    const calendar = await businessCalendar({ ...ctx, tx });
    const fact = {
      quoteId: approval.quote_id,
      byName: ctx.actor.name,
      minutes: Math.round(businessDurationMs(calendar, approval.requested_at, ctx.now) / 60_000),
    };
    const about = { subjectId: approval.id, customerId: approval.customer_id };
    if (input.to === "granted")
      await append(tx, ctx, "approval.granted", {
        ...about,
        data: { ...fact, ...(input.comment && { comment: input.comment }) },
      });
    else await append(tx, ctx, "approval.refused", { ...about, data: { ...fact, comment: input.comment ?? "" } });
    return { id: approval.id };
  });
