import { append } from "#events/append.ts";
import type { Context } from "#platform/context.ts";
import { found } from "#platform/errors.ts";
import { newId } from "#platform/ids.ts";
import { write } from "#platform/write.ts";

export interface OpenOpportunity {
  name: string;
  customerId: string;
  contactId?: string | undefined;
  valueMinor?: bigint | null | undefined;
  currency?: string | undefined;
  ownerId?: string | undefined;
  expectedOn?: string | undefined;
  leadId?: string | undefined;
  stage?: string | undefined;
}

/** Opens a deal with an account. It belongs to the one who opens it unless it is given to someone. */
export const openOpportunity = (ctx: Context, input: OpenOpportunity) =>
  write(ctx, async (tx) => {
    found(
      await tx.selectFrom("customers").select("id").where("id", "=", input.customerId).executeTakeFirst(),
      "customer",
      input.customerId,
    );
    const ownerId = input.ownerId ?? (ctx.actor.kind === "staff" ? ctx.actor.id : null);
    const owner = ownerId
      ? found(
          await tx.selectFrom("staff").select(["id", "name", "team_id"]).where("id", "=", ownerId).executeTakeFirst(),
          "staff member",
          ownerId,
        )
      : null;
    const id = newId();
    const stage = input.stage ?? "engaging";
    const currency = input.currency ?? "EUR";
    await tx
      .insertInto("opportunities")
      .values({
        id,
        name: input.name,
        customer_id: input.customerId,
        contact_id: input.contactId ?? null,
        stage,
        value_minor: input.valueMinor ?? null,
        currency,
        owner_id: owner?.id ?? null,
        team_id: owner?.team_id ?? null,
        lead_id: input.leadId ?? null,
        expected_on: input.expectedOn ?? null,
        created_at: ctx.now,
      })
      .execute();
    await tx
      .insertInto("opportunity_moves")
      .values({ opportunity_id: id, moved_at: ctx.now, from_stage: null, to_stage: stage, moved_by: ctx.actor.id })
      .execute();
    const about = { subjectId: id, customerId: input.customerId, contactId: input.contactId };
    await append(tx, ctx, "opportunity.opened", {
      ...about,
      ...(input.leadId && { follows: input.leadId }),
      data: {
        name: input.name,
        stage,
        valueMinor: input.valueMinor ?? null,
        currency,
        ownerId: owner?.id ?? null,
        ...(input.leadId && { leadId: input.leadId }),
      },
    });
    if (owner) await append(tx, ctx, "opportunity.assigned", { ...about, data: { ownerId: owner.id, ownerName: owner.name } });
    return { id };
  });
