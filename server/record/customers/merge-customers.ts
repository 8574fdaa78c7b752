import type { Context } from "#platform/context.ts";
import { json, type Tx } from "#platform/database.ts";
import { found, refuse, refuseUnless } from "#platform/errors.ts";
import { newId } from "#platform/ids.ts";
import { write } from "#platform/write.ts";
import { append } from "#events/append.ts";
import { moveRows } from "./holders.ts";
import { recordChanges } from "./record-changes.ts";
import { seeCustomer } from "./visible.ts";

/** Filled from the merged record where the surviving one has nothing. What it has is never overwritten. */
const fillable = [
  "parent_id",
  "owner_id",
  "team_id",
  "sector",
  "size",
  "website",
  "siren",
  "vat_number",
  "billing_address",
  "segment",
] as const;

/**
 * Merges an account into another: contacts, identifiers and everything held for it follow; its own row stays, so that a
 * split can undo it. Two accounts with different registry numbers are two companies until a person says otherwise.
 */
export const mergeCustomers = (
  ctx: Context,
  input: { customerId: string; mergedId: string; despiteVerified?: boolean | undefined },
) =>
  write(ctx, async (tx) => {
    const { customerId, mergedId } = input;
    refuseUnless(customerId !== mergedId, "merge.same_record");
    for (const id of [customerId, mergedId]) await seeCustomer(ctx, tx, id);
    const rows = await tx
      .selectFrom("customers")
      .selectAll()
      .where("id", "in", [customerId, mergedId])
      .where("merged_into_id", "is", null)
      .orderBy("id")
      .forUpdate()
      .execute();
    const survivor = found(
      rows.find((row) => row.id === customerId),
      "customer",
      customerId,
    );
    const merged = found(
      rows.find((row) => row.id === mergedId),
      "customer",
      mergedId,
    );
    const differ = survivor.siren && merged.siren && survivor.siren !== merged.siren;
    if (differ && !input.despiteVerified) refuse("merge.two_verified", { first: survivor.siren, second: merged.siren });

    const moved = await moveRows(tx, "customer_id", mergedId, customerId);
    const children = await tx
      .updateTable("customers")
      .set({ parent_id: customerId })
      .where("parent_id", "=", mergedId)
      .where("id", "<>", customerId)
      .returning("id")
      .execute();
    const earlier = await tx
      .updateTable("customers")
      .set({ merged_into_id: customerId })
      .where("merged_into_id", "=", mergedId)
      .returning("id")
      .execute();
    const filled = Object.fromEntries(
      fillable
        .filter((field) => survivor[field] === null && merged[field] !== null && merged[field] !== customerId)
        .map((field) => [field, merged[field]]),
    );
    await fill(tx, ctx, customerId, survivor, filled);
    await tx
      .updateTable("customers")
      .set({ merged_into_id: customerId, updated_at: ctx.now })
      .where("id", "=", mergedId)
      .execute();
    const demoted = await keepOnePrimary(tx, customerId);

    const id = newId();
    const images = {
      demoted,
      survivor: imageOf(survivor),
      merged: imageOf(merged),
      filled,
      children: children.map((row) => row.id),
      earlier: earlier.map((row) => row.id),
    };
    await tx
      .insertInto("customer_merges")
      .values({
        id,
        kind: "customer",
        survivor_id: customerId,
        merged_id: mergedId,
        name: merged.name,
        before: json(images),
        moved: json(moved),
        merged_by: ctx.actor.id,
        merged_at: ctx.now,
      })
      .execute();
    await append(tx, ctx, "customer.merged", {
      subjectId: customerId,
      customerId,
      data: { name: survivor.name, mergedId, mergeId: id },
    });
    return { id };
  });

const imageOf = ({ search: _search, name_key: _key, ...row }: Record<string, unknown>) => row;

async function fill(
  tx: Tx,
  ctx: Context,
  customerId: string,
  before: Record<string, unknown>,
  filled: Record<string, unknown>,
): Promise<void> {
  if (Object.keys(filled).length === 0) return;
  await recordChanges(tx, ctx, { type: "customer", id: customerId, customerId }, before, filled);
  const columns = { ...filled, ...("billing_address" in filled ? { billing_address: json(filled.billing_address) } : {}) };
  await tx
    .updateTable("customers")
    .set(columns as never)
    .where("id", "=", customerId)
    .execute();
}

/** Two first contacts become one: the longest known. Returns those who no longer are. */
export async function keepOnePrimary(tx: Tx, customerId: string): Promise<string[]> {
  const primaries = await tx
    .selectFrom("contacts")
    .select("id")
    .where("customer_id", "=", customerId)
    .where("is_primary", "=", true)
    .where("merged_into_id", "is", null)
    .orderBy("created_at")
    .execute();
  const extra = primaries.slice(1).map((row) => row.id);
  if (extra.length > 0) await tx.updateTable("contacts").set({ is_primary: false }).where("id", "in", extra).execute();
  return extra;
}
