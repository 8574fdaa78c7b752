import type { Context } from "#platform/context.ts";
import type { Tx } from "#platform/database.ts";
import { found, refuseUnless } from "#platform/errors.ts";
import { dateOf, localText } from "./engine/local-time.ts";

/** The subscription, locked until the transaction ends; 404 for strangers. */
export async function lockSubscription(tx: Tx, ctx: Context, subscriptionId: string) {
  let query = tx.selectFrom("subscriptions").selectAll().where("id", "=", subscriptionId).forUpdate();
  if (ctx.actor.kind === "customer") query = query.where("customer_id", "=", ctx.actor.customerId);
  return found(await query.executeTakeFirst(), "subscription", subscriptionId);
}

/** The day a change takes effect: the one asked for, else today where the account is; never before it began. */
export function effectiveDay(
  ctx: Context,
  subscription: { time_zone: string; starts_on: string },
  asked: string | undefined,
): string {
  const day = asked ?? dateOf(localText(ctx.now.getTime(), subscription.time_zone));
  refuseUnless(day >= subscription.starts_on, "subscription.before_start", { day, startsOn: subscription.starts_on });
  return day;
}
