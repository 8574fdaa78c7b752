import { append } from "#events/append.ts";
import type { Context } from "#platform/context.ts";
import { refuseUnless } from "#platform/errors.ts";
import { write } from "#platform/write.ts";
import { effectiveDay, lockSubscription } from "./lock-subscription.ts";
import { canMove, type SubscriptionStatus } from "./subscription.ts";
import { closeVersion, latestVersions, openVersion } from "./versions.ts";

/** Suspends service and billing from a day on; what was billed in advance for later days is given back. */
export const pauseSubscription = (
  ctx: Context,
  input: { subscriptionId: string; reason: string; effectiveOn?: string | undefined },
) =>
  write(ctx, async (tx) => {
    const subscription = await lockSubscription(tx, ctx, input.subscriptionId);
    if (subscription.status === "paused") return { id: subscription.id };
    refuseUnless(
      canMove(subscription.status as SubscriptionStatus, "paused") && subscription.ends_on === null,
      "subscription.not_active",
      { status: subscription.ends_on ? "ended" : subscription.status },
    );
    const day = effectiveDay(ctx, subscription, input.effectiveOn);
    for (const { version } of await latestVersions(tx, subscription.id)) await closeVersion(tx, version, day);
    await tx.updateTable("subscriptions").set({ status: "paused" }).where("id", "=", subscription.id).execute();
    await append(tx, ctx, "subscription.paused", {
      subjectId: subscription.id,
      customerId: subscription.customer_id,
      contactId: subscription.contact_id,
      data: { effectiveOn: day, reason: input.reason },
    });
    return { id: subscription.id };
  });

/** Service and billing go on as agreed before the pause. */
export const resumeSubscription = (ctx: Context, input: { subscriptionId: string; effectiveOn?: string | undefined }) =>
  write(ctx, async (tx) => {
    const subscription = await lockSubscription(tx, ctx, input.subscriptionId);
    if (subscription.status === "active") return { id: subscription.id };
    refuseUnless(canMove(subscription.status as SubscriptionStatus, "active"), "subscription.not_active", {
      status: subscription.status,
    });
    const day = effectiveDay(ctx, subscription, input.effectiveOn);
    for (const { item, version } of await latestVersions(tx, subscription.id)) {
      refuseUnless(day >= version.valid_to!, "subscription.before_version", { day, from: version.valid_to });
      await openVersion(tx, ctx, {
        itemId: item.id,
        from: day,
        quantity: version.quantity,
        periodNetMinor: version.period_net_minor,
        model: version.model,
        reason: "resume",
      });
    }
    await tx.updateTable("subscriptions").set({ status: "active" }).where("id", "=", subscription.id).execute();
    await append(tx, ctx, "subscription.resumed", {
      subjectId: subscription.id,
      customerId: subscription.customer_id,
      contactId: subscription.contact_id,
      data: { effectiveOn: day },
    });
    return { id: subscription.id };
  });
