import type { Subscriber } from "#events/reactions.ts";
import type { Context } from "#platform/context.ts";
import { reader } from "#platform/context.ts";
import { advanceOpportunity, winOpportunity } from "./move-opportunity.ts";

const order = ["prospecting", "engaging", "proposal", "negotiation"];

/** Moves the deal of a quote forward, never back, and never one that is closed. */
async function moveForward(ctx: Context, quoteId: string, stage: string): Promise<void> {
  const link = await reader(ctx)
    .selectFrom("opportunity_quotes")
    .select("opportunity_id")
    .where("quote_id", "=", quoteId)
    .executeTakeFirst();
  if (!link) return;
  const deal = await reader(ctx)
    .selectFrom("opportunities")
    .select("stage")
    .where("id", "=", link.opportunity_id)
    .executeTakeFirstOrThrow();
  const at = order.indexOf(deal.stage);
  if (at === -1 || at >= order.indexOf(stage)) return;
  await advanceOpportunity(ctx, { opportunityId: link.opportunity_id, stage });
}

export const opportunitiesSubscribers: readonly Subscriber[] = [
  {
    name: "opportunities/link-quote",
    to: ["quote.drafted"],
    async react(ctx, event) {
      const { opportunityId } = event.data as { opportunityId: string | null };
      if (opportunityId)
        await ctx
          .tx!.insertInto("opportunity_quotes")
          .values({ quote_id: event.subjectId, opportunity_id: opportunityId })
          .onConflict((c) => c.doNothing())
          .execute();
    },
  },
  { name: "opportunities/quote-sent", to: ["quote.sent"], react: (ctx, event) => moveForward(ctx, event.subjectId, "proposal") },
  {
    name: "opportunities/negotiate",
    to: ["quote.commented"],
    async react(ctx, event) {
      if (event.data.asksChange === true) await moveForward(ctx, event.subjectId, "negotiation");
    },
  },
  {
    name: "opportunities/win",
    to: ["quote.signed"],
    async react(ctx, event) {
      const { opportunityId, netMinor } = event.data as { opportunityId: string | null; netMinor: string };
      if (!opportunityId) return;
      const deal = await reader(ctx)
        .selectFrom("opportunities")
        .select("closed_at")
        .where("id", "=", opportunityId)
        .executeTakeFirst();
      if (deal && deal.closed_at === null)
        await winOpportunity(ctx, { opportunityId, valueMinor: BigInt(netMinor), quoteId: event.subjectId });
    },
  },
];
