import { append } from "#events/append.ts";
import type { Context } from "#platform/context.ts";
import { refuseUnless } from "#platform/errors.ts";
import { write } from "#platform/write.ts";
import { effectiveDay, lockSubscription } from "./lock-subscription.ts";
import { scaleNet } from "./subscription.ts";
import { closeVersion, latestVersions, openVersion } from "./versions.ts";

interface Change {
  subscriptionId: string;
  quantity?: string | undefined;
  /** New net of one period for the whole quantity; without it the price per unit stays. */
  periodNetMinor?: bigint | undefined;
  effectiveOn?: string | undefined;
}

/** Another quantity or price from a day on, also in the middle of a period: billing credits the rest and charges the new. */
export const changeSubscription = (ctx: Context, input: Change) =>
  write(ctx, async (tx) => {
    const subscription = await lockSubscription(tx, ctx, input.subscriptionId);
    refuseUnless(subscription.status === "active" && subscription.ends_on === null, "subscription.not_active", {
      status: subscription.ends_on ? "ended" : subscription.status,
    });
    const day = effectiveDay(ctx, subscription, input.effectiveOn);
    for (const { item, version } of await latestVersions(tx, subscription.id)) {
      if (item.kind !== "recurring") continue;
      const quantity = input.quantity ?? version.quantity;
      const net = input.periodNetMinor ?? scaleNet(version.period_net_minor!, version.quantity, quantity);
      if (quantity === version.quantity && net === version.period_net_minor) return { id: subscription.id };
      await closeVersion(tx, version, day);
      await openVersion(tx, ctx, { itemId: item.id, from: day, quantity, periodNetMinor: net, model: null, reason: "change" });
      await append(tx, ctx, "subscription.changed", {
        subjectId: subscription.id,
        customerId: subscription.customer_id,
        contactId: subscription.contact_id,
        data: { what: `${version.quantity} x ${version.period_net_minor} -> ${quantity} x ${net}`, effectiveOn: day },
      });
    }
    return { id: subscription.id };
  });
