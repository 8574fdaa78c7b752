import { append } from "#events/append.ts";
import { addBusinessDuration } from "#platform/calendar/business-time.ts";
import type { Context } from "#platform/context.ts";
import { json } from "#platform/database.ts";
import { newId } from "#platform/ids.ts";
import { write } from "#platform/write.ts";
import { businessCalendar } from "#record/organisation/business-calendar.ts";
import { answerWithinMs, type ApprovalReason, type Bilingual } from "./approval.ts";

export interface RequestApproval {
  quoteId: string;
  quoteNumber: string;
  version: number;
  customerId: string;
  contactId: string | null;
  customerName: string;
  totalMinor: bigint;
  currency: string;
  teamId: string | null;
  /** Per role that must agree: why. */
  asked: readonly { approverRole: string; reasons: readonly ApprovalReason[]; counterfactual: Bilingual | null }[];
  comment?: string | undefined;
}

/** Asks each role whose agreement the quote needs, due within four business hours. Asking again for what is pending changes nothing. */
export const requestApproval = (ctx: Context, input: RequestApproval) =>
  write(ctx, async (tx) => {
    const dueAt = addBusinessDuration(await businessCalendar({ ...ctx, tx }), ctx.now, answerWithinMs);
    const staffId = ctx.actor.kind === "staff" ? ctx.actor.id : null;
    const ids: string[] = [];
    for (const { approverRole, reasons, counterfactual } of input.asked) {
      const row = await tx
        .insertInto("approvals")
        .values({
          id: newId(),
          quote_id: input.quoteId,
          quote_number: input.quoteNumber,
          version: input.version,
          customer_id: input.customerId,
          customer_name: input.customerName,
          total_minor: input.totalMinor,
          currency: input.currency,
          approver_role: approverRole,
          reasons: json(reasons),
          counterfactual: counterfactual && json(counterfactual),
          comment: input.comment ?? null,
          requested_by: staffId,
          requested_name: ctx.actor.kind === "staff" ? ctx.actor.name : "Throughline",
          team_id: input.teamId,
          requested_at: ctx.now,
          due_at: dueAt,
        })
        .onConflict((conflict) => conflict.doNothing())
        .returning("id")
        .executeTakeFirst();
      if (!row) continue;
      ids.push(row.id);
      await append(tx, ctx, "approval.requested", {
        subjectId: row.id,
        customerId: input.customerId,
        contactId: input.contactId,
        follows: input.quoteId,
        data: {
          quoteId: input.quoteId,
          reason: reasons.map((reason) => reason.text[ctx.locale]).join(" ; "),
          requestedById: ctx.actor.id,
          dueAt,
          approverRole,
          number: input.quoteNumber,
        },
      });
    }
    return { ids };
  });
