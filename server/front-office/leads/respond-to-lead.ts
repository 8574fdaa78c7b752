import { append } from "#events/append.ts";
import { businessDurationMs } from "#platform/calendar/business-time.ts";
import type { Context } from "#platform/context.ts";
import { refuseUnless } from "#platform/errors.ts";
import { write } from "#platform/write.ts";
import { businessCalendar } from "#record/organisation/business-calendar.ts";
import { canMove } from "./lead.ts";
import { lockLead } from "./lock-lead.ts";

/** The seller answered: the clock stops, in time or not. Only the first answer counts. */
export const respondToLead = (ctx: Context, input: { leadId: string; how: string; notes?: string | undefined }) =>
  write(ctx, async (tx) => {
    const lead = await lockLead(tx, ctx, input.leadId);
    if (lead.responded_at) return { id: lead.id };
    refuseUnless(lead.handed_over_at && lead.owner_id && canMove(lead.status, "working"), "lead.wrong_state", {
      status: lead.status,
    });
    const minutes = Math.round(businessDurationMs(await businessCalendar({ ...ctx, tx }), lead.handed_over_at, ctx.now) / 60_000);
    const inTime = lead.respond_by !== null && ctx.now <= lead.respond_by;
    await tx
      .updateTable("leads")
      .set({ status: "working", responded_at: ctx.now, updated_at: ctx.now })
      .where("id", "=", lead.id)
      .execute();
    await append(tx, ctx, "lead.responded_to", {
      subjectId: lead.id,
      contactId: lead.contact_id,
      channel: input.how === "email" ? "email" : "phone",
      data: { ownerId: lead.owner_id, minutes, inTime, how: input.how },
    });
    return { id: lead.id };
  });
