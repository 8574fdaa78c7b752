import { sql } from "kysely";
import { appendMany } from "#events/append-many.ts";
import type { Context } from "#platform/context.ts";
import { json, type Tx } from "#platform/database.ts";
import { newId } from "#platform/ids.ts";
import { write } from "#platform/write.ts";
import { meterKey, type MeteredItem, metersOf } from "./meters-of.ts";
import { noteThresholds } from "./note-thresholds.ts";

export interface UsageRow {
  source: string;
  sourceId: string;
  subscriptionId: string;
  meter: string;
  /** Plain decimal text. */
  quantity: string;
  at: Date;
  value?: string | undefined;
}

export interface RowProblem {
  index: number;
  sourceId: string;
  code: "unknown_subscription" | "unknown_meter" | "in_the_future";
}

/** Reported a little ahead of our clock is accepted; further ahead is a mistake at the source. */
const mostAheadMs = 10 * 60_000;

/**
 * Takes a batch of usage. Each (source, sourceId) counts once: repeats are counted as duplicates, in the same batch or
 * years apart; late and out of order is accepted. Rows that name nothing we know come back with their reason, and the
 * rest is kept: nothing is lost, and the same batch can be sent again when the cause is mended.
 */
export const recordUsage = (ctx: Context, input: { records: readonly UsageRow[] }) =>
  write(ctx, async (tx) => {
    const meters = await metersOf(tx, { subscriptionIds: [...new Set(input.records.map((row) => row.subscriptionId))] });
    const known = new Set([...meters.values()].map((item) => item.subscriptionId));
    const problems: RowProblem[] = [];
    const good: { row: UsageRow; item: MeteredItem }[] = [];
    for (const [index, row] of input.records.entries()) {
      const item = meters.get(meterKey(row.subscriptionId, row.meter));
      const code = !item
        ? known.has(row.subscriptionId) || (await isSubscription(tx, row.subscriptionId, known))
          ? "unknown_meter"
          : "unknown_subscription"
        : row.at.getTime() > ctx.now.getTime() + mostAheadMs
          ? "in_the_future"
          : undefined;
      if (code) problems.push({ index, sourceId: row.sourceId, code });
      else good.push({ row, item: item! });
    }
    const fresh = await insertOnce(tx, ctx, good);
    await appendMany(
      tx,
      ctx,
      "usage.recorded",
      fresh.map(({ row, item, id }) => ({
        subjectId: id,
        customerId: item.customerId,
        contactId: item.contactId,
        channel: "api" as const,
        occurredAt: row.at,
        causationId: item.startedEventId,
        data: {
          subscriptionId: item.subscriptionId,
          meter: row.meter,
          quantity: row.quantity,
          source: row.source,
          sourceId: row.sourceId,
        },
      })),
    );
    await noteThresholds(
      tx,
      ctx,
      fresh.map(({ row, item }) => ({ item, at: row.at })),
    );
    return { accepted: fresh.length, duplicates: good.length - fresh.length, problems };
  });

async function isSubscription(tx: Tx, subscriptionId: string, known: Set<string>): Promise<boolean> {
  const row = await tx.selectFrom("subscriptions").select("id").where("id", "=", subscriptionId).executeTakeFirst();
  if (row) known.add(row.id);
  return row !== undefined;
}

/** One statement; the unique key decides what is new, also against another batch running at the same time. */
async function insertOnce(tx: Tx, ctx: Context, good: readonly { row: UsageRow; item: MeteredItem }[]) {
  if (good.length === 0) return [];
  const withIds = good.map((each) => ({ ...each, id: newId() }));
  const rows = withIds.map(({ row, item, id }) => ({
    id,
    source: row.source,
    source_id: row.sourceId,
    subscription_id: item.subscriptionId,
    item_id: item.itemId,
    customer_id: item.customerId,
    meter: row.meter,
    quantity: row.quantity,
    value: row.value ?? null,
    happened_at: row.at,
    recorded_at: ctx.now,
  }));
  const inserted = await sql<{ id: string }>`
    insert into usage_records (id, source, source_id, subscription_id, item_id, customer_id, meter, quantity, value, happened_at, recorded_at)
    select r.id, r.source, r.source_id, r.subscription_id, r.item_id, r.customer_id, r.meter, r.quantity, r.value, r.happened_at, r.recorded_at
    from jsonb_to_recordset(${json(rows)}::jsonb) as r(id uuid, source text, source_id text, subscription_id uuid, item_id uuid, customer_id uuid, meter text, quantity numeric, value text, happened_at timestamptz, recorded_at timestamptz)
    order by r.source, r.source_id
    on conflict (source, source_id) do nothing returning id`.execute(tx);
  const fresh = new Set(inserted.rows.map((row) => row.id));
  return withIds.filter(({ id }) => fresh.has(id));
}
