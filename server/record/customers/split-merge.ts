import type { Context } from "#platform/context.ts";
import { json } from "#platform/database.ts";
import { found, refuseUnless } from "#platform/errors.ts";
import { write } from "#platform/write.ts";
import { append } from "#events/append.ts";
import { type Moved, moveBack } from "./holders.ts";
import { keepOnePrimary } from "./merge-customers.ts";
import { recordChanges } from "./record-changes.ts";
import { seeContact, seeCustomer } from "./visible.ts";

interface Images {
  survivor: Record<string, unknown>;
  merged: Record<string, unknown>;
  filled: Record<string, unknown>;
  children: string[];
  earlier: string[];
  demoted?: string[];
}

/**
 * Undoes a merge: the merged record lives again with everything it brought. What happened to the survivor since stays
 * with the survivor; a field the merge had filled is emptied unless someone changed it since.
 */
export const splitMerge = (ctx: Context, input: { mergeId: string }) =>
  write(ctx, async (tx) => {
    const merge = found(
      await tx.selectFrom("customer_merges").selectAll().where("id", "=", input.mergeId).forUpdate().executeTakeFirst(),
      "merge",
      input.mergeId,
    );
    const isCustomer = merge.kind === "customer";
    refuseUnless(merge.split_at === null, "merge.already_split");
    const later = await tx
      .selectFrom("customer_merges")
      .select("id")
      .where("merged_id", "=", merge.survivor_id)
      .where("split_at", "is", null)
      .executeTakeFirst();
    refuseUnless(!later, "merge.split_later_first");
    await (isCustomer ? seeCustomer : seeContact)(ctx, tx, merge.survivor_id);
    const images = merge.before as Images;
    const table = isCustomer ? "customers" : "contacts";
    const column = isCustomer ? "customer_id" : "contact_id";

    await moveBack(tx, column, merge.moved as Moved, merge.survivor_id, merge.merged_id);
    if (images.earlier.length > 0)
      await tx
        .updateTable(table)
        .set({ merged_into_id: merge.merged_id })
        .where("id", "in", images.earlier)
        .where("merged_into_id", "=", merge.survivor_id)
        .execute();
    if (isCustomer && images.children.length > 0)
      await tx
        .updateTable("customers")
        .set({ parent_id: merge.merged_id })
        .where("id", "in", images.children)
        .where("parent_id", "=", merge.survivor_id)
        .execute();

    const survivor = (await tx
      .selectFrom(table)
      .selectAll()
      .where("id", "=", merge.survivor_id)
      .executeTakeFirstOrThrow()) as unknown as Record<string, unknown>;
    const untouched = Object.keys(images.filled).filter(
      (field) => json(survivor[field] ?? null) === json(images.filled[field] ?? null),
    );
    const restored = Object.fromEntries(untouched.map((field) => [field, images.survivor[field] ?? null]));
    if (untouched.length > 0) {
      await recordChanges(
        tx,
        ctx,
        {
          type: isCustomer ? "customer" : "contact",
          id: merge.survivor_id,
          customerId: isCustomer ? merge.survivor_id : ((survivor.customer_id as string | null) ?? null),
        },
        survivor,
        restored,
      );
      await tx
        .updateTable(table)
        .set(restored as never)
        .where("id", "=", merge.survivor_id)
        .execute();
    }
    await tx
      .updateTable(table)
      .set({
        merged_into_id: null,
        updated_at: ctx.now,
        ...(isCustomer ? {} : { is_primary: images.merged.is_primary === true }),
      } as never)
      .where("id", "=", merge.merged_id)
      .execute();
    await tx
      .updateTable("customer_merges")
      .set({ split_at: ctx.now, split_by: ctx.actor.id })
      .where("id", "=", merge.id)
      .execute();
    if (isCustomer) {
      const promoted = images.demoted ?? [];
      if (promoted.length > 0) await tx.updateTable("contacts").set({ is_primary: true }).where("id", "in", promoted).execute();
      for (const id of [merge.merged_id, merge.survivor_id]) await keepOnePrimary(tx, id);
      await append(tx, ctx, "customer.split", {
        subjectId: merge.survivor_id,
        customerId: merge.survivor_id,
        data: { mergedId: merge.merged_id, mergeId: merge.id },
      });
    } else {
      await append(tx, ctx, "contact.split", {
        subjectId: merge.survivor_id,
        customerId: (survivor.customer_id as string | null) ?? null,
        contactId: merge.survivor_id,
        data: { mergedId: merge.merged_id, mergeId: merge.id },
      });
    }
    return { id: merge.id };
  });
