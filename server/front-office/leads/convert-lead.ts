import { append } from "#events/append.ts";
import type { Context } from "#platform/context.ts";
import { json } from "#platform/database.ts";
import { refuseUnless } from "#platform/errors.ts";
import { write } from "#platform/write.ts";
import { canMove } from "./lead.ts";
import { lockLead } from "./lock-lead.ts";

/** The seller finds the lead real. What it becomes follows in the same transaction (opportunities/qualify-lead.ts). */
export const markQualified = (ctx: Context, input: { leadId: string; notes?: string | undefined }) =>
  write(ctx, async (tx) => {
    const lead = await lockLead(tx, ctx, input.leadId);
    refuseUnless(canMove(lead.status, "qualified"), "lead.wrong_state", { status: lead.status });
    await tx
      .updateTable("leads")
      .set({ status: "qualified", raw: json({ ...(lead.raw as object), notes: input.notes ?? null }), updated_at: ctx.now })
      .where("id", "=", lead.id)
      .execute();
    await append(tx, ctx, "lead.qualified", {
      subjectId: lead.id,
      contactId: lead.contact_id,
      data: { ownerId: lead.owner_id, origin: lead.source, ...(input.notes && { notes: input.notes }) },
    });
    return lead;
  });

/** The lead has become an account, and a deal if there is one: it is closed and says what it became. */
export const convertLead = (
  ctx: Context,
  input: { leadId: string; customerId: string; contactIds: string[]; opportunityId: string | null },
) =>
  write(ctx, async (tx) => {
    const lead = await lockLead(tx, ctx, input.leadId);
    refuseUnless(canMove(lead.status, "converted"), "lead.wrong_state", { status: lead.status });
    await tx
      .updateTable("leads")
      .set({
        status: "converted",
        closed_at: ctx.now,
        customer_id: input.customerId,
        opportunity_id: input.opportunityId,
        updated_at: ctx.now,
      })
      .where("id", "=", lead.id)
      .execute();
    await append(tx, ctx, "lead.converted", {
      subjectId: lead.id,
      contactId: lead.contact_id,
      customerId: input.customerId,
      data: { opportunityId: input.opportunityId, contactIds: input.contactIds },
    });
    return { id: lead.id };
  });
