import { append } from "#events/append.ts";
import type { Context } from "#platform/context.ts";
import { refuseUnless } from "#platform/errors.ts";
import { write } from "#platform/write.ts";
import { canMove } from "./lead.ts";
import { lockLead } from "./lock-lead.ts";

/** Sets a lead aside for good. */
export const disqualifyLead = (ctx: Context, input: { leadId: string; reason: string }) =>
  write(ctx, async (tx) => {
    const lead = await lockLead(tx, ctx, input.leadId);
    if (lead.status === "disqualified") return { id: lead.id };
    refuseUnless(canMove(lead.status, "disqualified"), "lead.wrong_state", { status: lead.status });
    await tx
      .updateTable("leads")
      .set({ status: "disqualified", closed_at: ctx.now, close_reason: input.reason, updated_at: ctx.now })
      .where("id", "=", lead.id)
      .execute();
    await append(tx, ctx, "lead.disqualified", {
      subjectId: lead.id,
      contactId: lead.contact_id,
      data: { reason: input.reason },
    });
    return { id: lead.id };
  });

/** Not now: back to marketing, which keeps in touch. */
export const recycleLead = (ctx: Context, input: { leadId: string; reason: string }) =>
  write(ctx, async (tx) => {
    const lead = await lockLead(tx, ctx, input.leadId);
    if (lead.status === "recycled") return { id: lead.id };
    refuseUnless(canMove(lead.status, "recycled"), "lead.wrong_state", { status: lead.status });
    await tx
      .updateTable("leads")
      .set({
        status: "recycled",
        owner_id: null,
        team_id: null,
        respond_by: null,
        nurture_step: 0,
        last_touch_at: ctx.now,
        updated_at: ctx.now,
      })
      .where("id", "=", lead.id)
      .execute();
    await append(tx, ctx, "lead.recycled", { subjectId: lead.id, contactId: lead.contact_id, data: { reason: input.reason } });
    return { id: lead.id };
  });
