import { append } from "#events/append.ts";
import type { Subscriber } from "#events/reactions.ts";
import { newId } from "#platform/ids.ts";

export const loyaltySubscribers: readonly Subscriber[] = [
  {
    name: "loyalty/follow-lead",
    to: ["lead.captured"],
    async react(ctx, event) {
      const { referralId } = event.data as { referralId?: string };
      if (referralId)
        await ctx
          .tx!.updateTable("referrals")
          .set({ status: "lead", lead_id: event.subjectId })
          .where("id", "=", referralId)
          .where("status", "=", "made")
          .execute();
    },
  },
  {
    name: "loyalty/follow-customer",
    to: ["lead.converted"],
    async react(ctx, event) {
      if (event.customerId)
        await ctx
          .tx!.updateTable("referrals")
          .set({ status: "customer", new_customer_id: event.customerId })
          .where("lead_id", "=", event.subjectId)
          .where("status", "in", ["made", "lead"])
          .execute();
    },
  },
  {
    name: "loyalty/reward",
    to: ["quote.signed"],
    /** The first signature of the referred customer converts the referral and thanks the one who made it, once. */
    async react(ctx, event) {
      const tx = ctx.tx!;
      const referral = await tx
        .selectFrom("referrals")
        .selectAll()
        .where("new_customer_id", "=", event.customerId)
        .where("status", "=", "customer")
        .forUpdate()
        .executeTakeFirst();
      if (!referral) return;
      const settings = await tx.selectFrom("loyalty_settings").selectAll().executeTakeFirstOrThrow();
      await tx
        .updateTable("referrals")
        .set({ status: "converted", converted_at: ctx.now })
        .where("id", "=", referral.id)
        .execute();
      const about = { customerId: referral.customer_id, contactId: referral.contact_id };
      await append(tx, ctx, "referral.converted", {
        subjectId: referral.id,
        ...about,
        data: { name: referral.name, newCustomerId: event.customerId!, ...(referral.lead_id && { leadId: referral.lead_id }) },
      });
      const id = newId();
      const what = `Parrainage de ${referral.name}`;
      await tx
        .insertInto("rewards")
        .values({
          id,
          customer_id: referral.customer_id,
          contact_id: referral.contact_id,
          what,
          reason: "referral",
          amount_minor: settings.reward_minor,
          currency: settings.currency,
          referral_id: referral.id,
          granted_at: ctx.now,
        })
        .execute();
      await append(tx, ctx, "reward.granted", {
        subjectId: id,
        follows: referral.id,
        ...about,
        data: { what, reason: "referral", amountMinor: settings.reward_minor, currency: settings.currency },
      });
    },
  },
];
