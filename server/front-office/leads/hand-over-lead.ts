import { append } from "#events/append.ts";
import { addBusinessDuration } from "#platform/calendar/business-time.ts";
import type { Context } from "#platform/context.ts";
import { found, refuseUnless } from "#platform/errors.ts";
import { write } from "#platform/write.ts";
import { businessCalendar } from "#record/organisation/business-calendar.ts";
import { canMove } from "./lead.ts";
import { routeLead } from "./route-lead.ts";

/** A lead goes from marketing to a seller, whose clock starts: the first answer is due within the promised business time. */
export const handOverLead = (ctx: Context, input: { leadId: string; ownerId?: string | undefined }) =>
  write(ctx, async (tx) => {
    const lead = found(
      await tx.selectFrom("leads").selectAll().where("id", "=", input.leadId).forUpdate().executeTakeFirst(),
      "lead",
      input.leadId,
    );
    if (lead.status === "handed_over" && (input.ownerId === undefined || input.ownerId === lead.owner_id)) return { id: lead.id };
    refuseUnless(canMove(lead.status, "handed_over") || lead.status === "handed_over", "lead.wrong_state", {
      status: lead.status,
    });
    const chosen = input.ownerId
      ? await tx
          .selectFrom("staff")
          .select(["id", "name", "team_id"])
          .where("id", "=", input.ownerId)
          .where("active", "=", true)
          .executeTakeFirst()
      : undefined;
    const route = input.ownerId
      ? {
          ownerId: found(chosen, "staff member", input.ownerId).id,
          ownerName: chosen!.name,
          teamId: chosen!.team_id,
          rule: "chosen",
        }
      : await routeLead(tx, lead);
    refuseUnless(route, "lead.nobody_to_take_it");
    const { respond_minutes: minutes } = await tx.selectFrom("lead_settings").select("respond_minutes").executeTakeFirstOrThrow();
    const respondBy = addBusinessDuration(await businessCalendar({ ...ctx, tx }), ctx.now, minutes * 60_000);
    await tx
      .updateTable("leads")
      .set({
        status: "handed_over",
        owner_id: route.ownerId,
        team_id: route.teamId,
        handed_over_at: ctx.now,
        respond_by: respondBy,
        responded_at: null,
        breached_at: null,
        updated_at: ctx.now,
      })
      .where("id", "=", lead.id)
      .execute();
    await append(tx, ctx, "lead.handed_over", {
      subjectId: lead.id,
      contactId: lead.contact_id,
      data: { ownerId: route.ownerId, ownerName: route.ownerName, rule: route.rule, respondBy },
    });
    return { id: lead.id };
  });
