import { append } from "#events/append.ts";
import type { Context } from "#platform/context.ts";
import { refuseUnless } from "#platform/errors.ts";
import { write } from "#platform/write.ts";
import { effectiveDay, lockSubscription } from "./lock-subscription.ts";
import { closeVersion, latestVersions } from "./versions.ts";

/**
 * The subscription ends on a day (the first day no longer served), today by default. What was billed for later days is
 * given back by the next billing run. A customer ends it at the end of the term at the earliest.
 */
export const cancelSubscription = (
  ctx: Context,
  input: { subscriptionId: string; reason: string; endsOn?: string | undefined },
) =>
  write(ctx, async (tx) => {
    const subscription = await lockSubscription(tx, ctx, input.subscriptionId);
    if (subscription.ends_on !== null) return { id: subscription.id, endsOn: subscription.ends_on };
    refuseUnless(subscription.status !== "ended", "subscription.not_active", { status: subscription.status });
    const asked = effectiveDay(ctx, subscription, input.endsOn);
    const term = subscription.term_ends_on;
    const day = ctx.actor.kind === "customer" && term !== null && asked < term ? term : asked;
    let monthlyMinor = 0n;
    for (const { item, version } of await latestVersions(tx, subscription.id)) {
      if (item.kind === "recurring") monthlyMinor = version.period_net_minor! / BigInt(subscription.every_months);
      await closeVersion(tx, version, day);
    }
    const over = day <= effectiveDay(ctx, subscription, undefined);
    await tx
      .updateTable("subscriptions")
      .set({ ends_on: day, end_reason: input.reason, renews: false, ...(over && { status: "ended" }) })
      .where("id", "=", subscription.id)
      .execute();
    await append(tx, ctx, "subscription.cancelled", {
      subjectId: subscription.id,
      customerId: subscription.customer_id,
      contactId: subscription.contact_id,
      data: { reason: input.reason, endsOn: day, monthlyMinor, currency: subscription.currency },
    });
    return { id: subscription.id, endsOn: day };
  });
