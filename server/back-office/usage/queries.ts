import { sql } from "kysely";
import { type Context, reader } from "#platform/context.ts";
import { decodeCursor, page } from "#platform/page.ts";
import { exactText } from "#cpq/pricing/engine/exact-text.ts";
import { localText } from "#back-office/subscriptions/engine/local-time.ts";
import { includedUnits } from "./included-units.ts";
import { metersOf } from "./meters-of.ts";
import { periodAt } from "./usage-period.ts";

/**
 * What each meter of an account counts in the period now running. `asOf` is the watermark: everything recorded by then is
 * in the figures, so two screens that differ can tell why.
 */
export async function currentUsage(
  ctx: Context,
  input: { customerId?: string | undefined; subscriptionId?: string | undefined },
) {
  const db = reader(ctx);
  const meters = await metersOf(db, {
    ...(input.customerId && { customerId: input.customerId }),
    ...(input.subscriptionId && { subscriptionIds: [input.subscriptionId] }),
  });
  const rows = [];
  for (const item of meters.values()) {
    const period = periodAt(item, ctx.now);
    const today = localText(ctx.now.getTime(), item.timeZone).slice(0, 10);
    const included = await includedUnits(db, item.itemId, today);
    const sums = await sql<{ used: string; records: bigint; last_at: Date | null; watermark: Date | null }>`
      select coalesce(sum(quantity), 0)::text as used, count(*) as records, max(happened_at) as last_at, max(recorded_at) as watermark
      from usage_counted where item_id = ${item.itemId} and happened_at >= ${new Date(period.fromMs)} and happened_at < ${new Date(period.toMs)}`.execute(
      db,
    );
    const days = await sql<{ day: string; used: string }>`
      select to_char(happened_at at time zone ${item.timeZone}, 'YYYY-MM-DD') as day, sum(quantity)::text as used from usage_counted
      where item_id = ${item.itemId} and happened_at >= ${new Date(period.fromMs)} and happened_at < ${new Date(period.toMs)} group by 1 order by 1`.execute(
      db,
    );
    const sum = sums.rows[0]!;
    rows.push({
      subscriptionId: item.subscriptionId,
      itemId: item.itemId,
      name: item.name,
      meter: item.meter,
      unit: item.unit,
      periodFrom: period.from,
      periodTo: period.to,
      used: sum.used,
      included: exactText(included),
      records: Number(sum.records),
      lastAt: sum.last_at,
      days: days.rows,
    });
  }
  return { asOf: ctx.now, rows };
}

/** Usage records, the latest first. */
export async function listUsage(
  ctx: Context,
  input: {
    cursor?: string | undefined;
    limit: number;
    customerId?: string | undefined;
    subscriptionId?: string | undefined;
    meter?: string | undefined;
  },
) {
  let query = reader(ctx)
    .selectFrom("usage_records")
    .selectAll()
    .orderBy("happened_at", "desc")
    .orderBy("id", "desc")
    .limit(input.limit + 1);
  if (input.customerId) query = query.where("customer_id", "=", input.customerId);
  if (input.subscriptionId) query = query.where("subscription_id", "=", input.subscriptionId);
  if (input.meter) query = query.where("meter", "=", input.meter);
  if (input.cursor) {
    const [at, id] = decodeCursor(input.cursor, 2);
    query = query.where(sql<boolean>`(happened_at, id) < (${at}::timestamptz, ${id}::uuid)`);
  }
  const cut = page(await query.execute(), input.limit, (row) => [row.happened_at, row.id]);
  return {
    rows: cut.rows.map((row) => ({
      id: row.id,
      source: row.source,
      sourceId: row.source_id,
      subscriptionId: row.subscription_id,
      meter: row.meter,
      quantity: row.quantity,
      at: row.happened_at,
      recordedAt: row.recorded_at,
      replaces: row.replaces,
      voided: row.voided,
    })),
    nextCursor: cut.nextCursor,
  };
}

export async function myUsage(ctx: Context) {
  const customerId = ctx.actor.kind === "customer" ? ctx.actor.customerId : null;
  return customerId ? currentUsage(ctx, { customerId }) : { asOf: ctx.now, rows: [] };
}

export async function myUsageRecords(
  ctx: Context,
  input: { cursor?: string | undefined; limit: number; meter?: string | undefined },
) {
  const customerId = ctx.actor.kind === "customer" ? ctx.actor.customerId : null;
  return customerId ? listUsage(ctx, { ...input, customerId }) : { rows: [], nextCursor: null };
}
