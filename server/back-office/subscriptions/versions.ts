import type { Context } from "#platform/context.ts";
import { json, type Tx } from "#platform/database.ts";
import { refuseUnless } from "#platform/errors.ts";
import { newId } from "#platform/ids.ts";

/** The items of a subscription with their latest version. */
export async function latestVersions(tx: Tx, subscriptionId: string) {
  const items = await tx.selectFrom("subscription_items").selectAll().where("subscription_id", "=", subscriptionId).execute();
  return Promise.all(
    items.map(async (item) => ({
      item,
      version: await tx
        .selectFrom("subscription_item_versions")
        .selectAll()
        .where("item_id", "=", item.id)
        .orderBy("valid_from", "desc")
        .orderBy("recorded_at", "desc")
        .orderBy("id", "desc")
        .limit(1)
        .executeTakeFirstOrThrow(),
    })),
  );
}

/** Ends what is agreed on a day (the first day no longer served). Refuses a day before the version in force began. */
export async function closeVersion(tx: Tx, version: { id: string; valid_from: string; valid_to: string | null }, day: string) {
  refuseUnless(day >= version.valid_from, "subscription.before_version", { day, from: version.valid_from });
  if (version.valid_to !== null && version.valid_to <= day) return;
  await tx.updateTable("subscription_item_versions").set({ valid_to: day }).where("id", "=", version.id).execute();
}

interface NewVersion {
  itemId: string;
  from: string;
  quantity: string;
  periodNetMinor: bigint | null;
  model: unknown;
  reason: string;
}

/** Agrees something from a day on. The one open version per item is a unique key. */
export const openVersion = (tx: Tx, ctx: Context, version: NewVersion) =>
  tx
    .insertInto("subscription_item_versions")
    .values({
      id: newId(),
      item_id: version.itemId,
      valid_from: version.from,
      quantity: version.quantity,
      period_net_minor: version.periodNetMinor,
      model: version.model === null ? null : json(version.model),
      reason: version.reason,
      recorded_at: ctx.now,
    })
    .execute();
