import type { Context } from "#platform/context.ts";
import { write } from "#platform/write.ts";
import { lockSubscription } from "./lock-subscription.ts";

/** Whether the subscription begins a new term by itself when this one is over. */
export const setRenewal = (ctx: Context, input: { subscriptionId: string; renews: boolean }) =>
  write(ctx, async (tx) => {
    const subscription = await lockSubscription(tx, ctx, input.subscriptionId);
    await tx.updateTable("subscriptions").set({ renews: input.renews }).where("id", "=", subscription.id).execute();
    return { id: subscription.id };
  });
