import type { Context } from "#platform/context.ts";
import { json, type Tx } from "#platform/database.ts";
import { found, refuse, refuseUnless } from "#platform/errors.ts";
import { newId } from "#platform/ids.ts";
import { write } from "#platform/write.ts";
import { append } from "#events/append.ts";
import { moveRows } from "./holders.ts";
import { recordChanges } from "./record-changes.ts";
import { seeContact } from "./visible.ts";

const fillable = ["customer_id", "email", "phone", "job_title"] as const;

/** Merges a person into another. Two people with different verified addresses stay two until a person says otherwise. */
export const mergeContacts = (
  ctx: Context,
  input: { contactId: string; mergedId: string; despiteVerified?: boolean | undefined },
) =>
  write(ctx, async (tx) => {
    const { contactId, mergedId } = input;
    refuseUnless(contactId !== mergedId, "merge.same_record");
    for (const id of [contactId, mergedId]) await seeContact(ctx, tx, id);
    const rows = await tx
      .selectFrom("contacts")
      .selectAll()
      .where("id", "in", [contactId, mergedId])
      .where("merged_into_id", "is", null)
      .orderBy("id")
      .forUpdate()
      .execute();
    const survivor = found(
      rows.find((row) => row.id === contactId),
      "contact",
      contactId,
    );
    const merged = found(
      rows.find((row) => row.id === mergedId),
      "contact",
      mergedId,
    );
    if (!input.despiteVerified) await refuseTwoVerified(tx, contactId, mergedId);

    const moved = await moveRows(tx, "contact_id", mergedId, contactId);
    const earlier = await tx
      .updateTable("contacts")
      .set({ merged_into_id: contactId })
      .where("merged_into_id", "=", mergedId)
      .returning("id")
      .execute();
    const roles = [...new Set([...survivor.roles, ...merged.roles])];
    const filled = {
      ...Object.fromEntries(
        fillable.filter((field) => survivor[field] === null && merged[field] !== null).map((field) => [field, merged[field]]),
      ),
      ...(roles.length > survivor.roles.length ? { roles } : {}),
    };
    if (Object.keys(filled).length > 0) {
      await recordChanges(tx, ctx, { type: "contact", id: contactId, customerId: survivor.customer_id }, survivor, filled);
      await tx
        .updateTable("contacts")
        .set({ ...filled, updated_at: ctx.now })
        .where("id", "=", contactId)
        .execute();
    }
    await tx
      .updateTable("contacts")
      .set({ merged_into_id: contactId, is_primary: false, updated_at: ctx.now })
      .where("id", "=", mergedId)
      .execute();

    const id = newId();
    const name = `${merged.first_name} ${merged.last_name}`.trim() || merged.email || "";
    const { search: _s1, name_key: _k1, ...survivorImage } = survivor;
    const { search: _s2, name_key: _k2, ...mergedImage } = merged;
    await tx
      .insertInto("customer_merges")
      .values({
        id,
        kind: "contact",
        survivor_id: contactId,
        merged_id: mergedId,
        name,
        before: json({
          survivor: survivorImage,
          merged: mergedImage,
          filled,
          children: [],
          earlier: earlier.map((row) => row.id),
        }),
        moved: json(moved),
        merged_by: ctx.actor.id,
        merged_at: ctx.now,
      })
      .execute();
    await append(tx, ctx, "contact.merged", {
      subjectId: contactId,
      customerId: survivor.customer_id ?? merged.customer_id,
      contactId,
      data: { name, mergedId, mergeId: id },
    });
    return { id };
  });

async function refuseTwoVerified(tx: Tx, first: string, second: string): Promise<void> {
  const verified = await tx
    .selectFrom("identifiers")
    .select(["contact_id", "kind", "value_norm"])
    .where("contact_id", "in", [first, second])
    .where("kind", "in", ["email", "phone"])
    .where("verified_at", "is not", null)
    .execute();
  for (const kind of ["email", "phone"]) {
    const mine = verified.filter((row) => row.contact_id === first && row.kind === kind).map((row) => row.value_norm);
    const theirs = verified.filter((row) => row.contact_id === second && row.kind === kind).map((row) => row.value_norm);
    if (mine.length > 0 && theirs.length > 0 && !mine.some((value) => theirs.includes(value)))
      refuse("merge.two_verified", { first: mine[0], second: theirs[0] });
  }
}
