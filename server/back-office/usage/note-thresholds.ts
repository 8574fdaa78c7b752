import { sql } from "kysely";
import { append } from "#events/append.ts";
import type { Context } from "#platform/context.ts";
import type { Tx } from "#platform/database.ts";
import { compare, isZero, parseDecimal, rational } from "#platform/rational.ts";
import { localText } from "#back-office/subscriptions/engine/local-time.ts";
import { includedUnits } from "./included-units.ts";
import type { MeteredItem } from "./meters-of.ts";
import { periodAt } from "./usage-period.ts";

/** Shares of the included units, in percent, that the customer is told of. */
export const thresholds = [80, 100] as const;

/** Says once per period that a share of the included units is used. Only the period now running: old ones help nobody. */
export async function noteThresholds(tx: Tx, ctx: Context, fresh: readonly { item: MeteredItem; at: Date }[]): Promise<void> {
  const items = new Map<string, MeteredItem>();
  for (const { item, at } of fresh) {
    const period = periodAt(item, ctx.now);
    if (at.getTime() >= period.fromMs && at.getTime() < period.toMs) items.set(item.itemId, item);
  }
  for (const item of items.values()) {
    const period = periodAt(item, ctx.now);
    const included = await includedUnits(tx, item.itemId, localText(ctx.now.getTime(), item.timeZone).slice(0, 10));
    if (isZero(included)) continue;
    const used = parseDecimal(await usedBetween(tx, item.itemId, new Date(period.fromMs), new Date(period.toMs)));
    for (const percent of thresholds) {
      const share = rational(included.num * BigInt(percent), included.den * 100n);
      if (compare(used, share) < 0) continue;
      const first = await tx
        .insertInto("usage_thresholds")
        .values({ item_id: item.itemId, period_from: period.from, percent, reached_at: ctx.now })
        .onConflict((conflict) => conflict.doNothing())
        .returning("percent")
        .executeTakeFirst();
      if (!first) continue;
      await append(tx, ctx, "usage.threshold_reached", {
        subjectId: item.itemId,
        follows: item.subscriptionId,
        customerId: item.customerId,
        contactId: item.contactId,
        data: { subscriptionId: item.subscriptionId, meter: item.meter, percent },
      });
    }
  }
}

/** The sum of what counts for a meter between two instants, as decimal text. */
export async function usedBetween(db: Tx, itemId: string, from: Date, to: Date): Promise<string> {
  const { rows } = await sql<{ used: string }>`
    select coalesce(sum(quantity), 0)::text as used from usage_counted where item_id = ${itemId} and happened_at >= ${from} and happened_at < ${to}`.execute(
    db,
  );
  return rows[0]!.used;
}
