import { append } from "#events/append.ts";
import type { Context } from "#platform/context.ts";
import { json } from "#platform/database.ts";
import { found } from "#platform/errors.ts";
import { write } from "#platform/write.ts";
import { lockOpportunity } from "./lock-opportunity.ts";

export const changeOpportunity = (
  ctx: Context,
  input: {
    opportunityId: string;
    name?: string | undefined;
    valueMinor?: bigint | null | undefined;
    expectedOn?: string | null | undefined;
  },
) =>
  write(ctx, async (tx) => {
    const deal = await lockOpportunity(tx, ctx, input.opportunityId);
    await tx
      .updateTable("opportunities")
      .set({
        ...(input.name !== undefined && { name: input.name }),
        ...(input.valueMinor !== undefined && { value_minor: input.valueMinor }),
        ...(input.expectedOn !== undefined && { expected_on: input.expectedOn }),
        updated_at: ctx.now,
      })
      .where("id", "=", deal.id)
      .execute();
    return { id: deal.id };
  });

/** Gives a deal to a seller: it then shows on their home. */
export const assignOpportunity = (ctx: Context, input: { opportunityId: string; ownerId: string }) =>
  write(ctx, async (tx) => {
    const deal = await lockOpportunity(tx, ctx, input.opportunityId);
    const owner = found(
      await tx
        .selectFrom("staff")
        .select(["id", "name", "team_id"])
        .where("id", "=", input.ownerId)
        .where("active", "=", true)
        .executeTakeFirst(),
      "staff member",
      input.ownerId,
    );
    if (deal.owner_id === owner.id) return { id: deal.id };
    await tx
      .updateTable("opportunities")
      .set({ owner_id: owner.id, team_id: owner.team_id, updated_at: ctx.now })
      .where("id", "=", deal.id)
      .execute();
    await append(tx, ctx, "opportunity.assigned", {
      subjectId: deal.id,
      customerId: deal.customer_id,
      contactId: deal.contact_id,
      data: { ownerId: owner.id, ownerName: owner.name },
    });
    return { id: deal.id };
  });

export const changeStage = (ctx: Context, input: { stage: string; name: { en: string; fr: string }; probability: number }) =>
  write(ctx, async (tx) => {
    const row = await tx
      .updateTable("opportunity_stages")
      .set({ name: json(input.name), probability: input.probability })
      .where("key", "=", input.stage)
      .returning("key")
      .executeTakeFirst();
    return { key: found(row, "stage", input.stage).key };
  });
