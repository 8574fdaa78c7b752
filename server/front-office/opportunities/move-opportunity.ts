import { append } from "#events/append.ts";
import type { Context } from "#platform/context.ts";
import type { Tx } from "#platform/database.ts";
import { found, refuseUnless } from "#platform/errors.ts";
import { write } from "#platform/write.ts";
import { lockOpportunity } from "./lock-opportunity.ts";
import { canMove, type StageKind, wholeDays } from "./opportunity.ts";

type Row = Awaited<ReturnType<typeof lockOpportunity>>;

/** Moves a deal to another open stage. Asking for the stage it is in changes nothing. */
export const advanceOpportunity = (ctx: Context, input: { opportunityId: string; stage: string }) =>
  write(ctx, async (tx) => {
    const deal = await lockOpportunity(tx, ctx, input.opportunityId);
    if (deal.stage === input.stage) return { id: deal.id };
    const { kind } = await moveTo(tx, ctx, deal, input.stage);
    refuseUnless(kind === "open", "opportunity.use_win_or_loss", { stage: input.stage });
    await append(tx, ctx, "opportunity.advanced", {
      subjectId: deal.id,
      customerId: deal.customer_id,
      contactId: deal.contact_id,
      data: { from: deal.stage, to: input.stage },
    });
    return { id: deal.id };
  });

/** Closes a deal as won, at the value given or the one it had. */
export const winOpportunity = (
  ctx: Context,
  input: { opportunityId: string; valueMinor?: bigint | undefined; quoteId?: string },
) =>
  write(ctx, async (tx) => {
    const deal = await lockOpportunity(tx, ctx, input.opportunityId);
    const valueMinor = input.valueMinor ?? deal.value_minor ?? 0n;
    await moveTo(tx, ctx, deal, "won", { value_minor: valueMinor });
    await append(tx, ctx, "opportunity.won", {
      subjectId: deal.id,
      customerId: deal.customer_id,
      contactId: deal.contact_id,
      data: {
        valueMinor,
        currency: deal.currency,
        ...(input.quoteId && { quoteId: input.quoteId }),
        daysOpen: wholeDays(deal.created_at, ctx.now),
      },
    });
    return { id: deal.id };
  });

/** Closes a deal as lost. The reason is asked because it is the only thing a lost deal gives. */
export const loseOpportunity = (ctx: Context, input: { opportunityId: string; reason: string }) =>
  write(ctx, async (tx) => {
    const deal = await lockOpportunity(tx, ctx, input.opportunityId);
    await moveTo(tx, ctx, deal, "lost", { lost_reason: input.reason });
    await append(tx, ctx, "opportunity.lost", {
      subjectId: deal.id,
      customerId: deal.customer_id,
      contactId: deal.contact_id,
      data: { reason: input.reason, valueMinor: deal.value_minor, currency: deal.currency },
    });
    return { id: deal.id };
  });

async function moveTo(
  tx: Tx,
  ctx: Context,
  deal: Row,
  to: string,
  also: { value_minor?: bigint; lost_reason?: string } = {},
): Promise<{ kind: StageKind }> {
  const stages = await tx.selectFrom("opportunity_stages").select(["key", "kind"]).where("key", "in", [deal.stage, to]).execute();
  const kindOf = (key: string) =>
    found(
      stages.find((stage) => stage.key === key),
      "stage",
      key,
    ).kind as StageKind;
  const kind = kindOf(to);
  refuseUnless(canMove(kindOf(deal.stage), kind), "opportunity.closed", { stage: deal.stage });
  await tx
    .updateTable("opportunities")
    .set({ stage: to, closed_at: kind === "open" ? null : ctx.now, updated_at: ctx.now, ...also })
    .where("id", "=", deal.id)
    .execute();
  await tx
    .insertInto("opportunity_moves")
    .values({ opportunity_id: deal.id, moved_at: ctx.now, from_stage: deal.stage, to_stage: to, moved_by: ctx.actor.id })
    .onConflict((c) => c.doNothing())
    .execute();
  return { kind };
}
