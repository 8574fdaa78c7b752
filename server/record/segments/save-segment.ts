import type { Context } from "#platform/context.ts";
import { json, type Tx } from "#platform/database.ts";
import { found, refuseUnless } from "#platform/errors.ts";
import { newId } from "#platform/ids.ts";
import { write } from "#platform/write.ts";
import { ages, type Definition, rulesOf } from "./definition.ts";
import { recompute } from "./membership.ts";

/** Creates a segment. Who is in it is worked out in the same transaction. */
export const createSegment = (ctx: Context, input: { name: string; description: string; definition: Definition }) =>
  write(ctx, async (tx) => {
    const id = newId();
    await refuseTaken(tx, input.name, id);
    await refuseLoop(tx, id, input.definition);
    await tx
      .insertInto("segments")
      .values({
        id,
        name: input.name,
        description: input.description,
        definition: json(input.definition),
        ages: ages(input.definition),
        created_by: ctx.actor.id,
        created_at: ctx.now,
        updated_at: ctx.now,
      })
      .execute();
    return { id, members: Number(await recompute(tx, { id, definition: input.definition }, ctx.now)) };
  });

/** Changes a segment; with a new definition people come and go at once. */
export const changeSegment = (
  ctx: Context,
  input: { segmentId: string; name?: string | undefined; description?: string | undefined; definition?: Definition | undefined },
) =>
  write(ctx, async (tx) => {
    const { segmentId: id, name, description, definition } = input;
    const row = found(
      await tx
        .selectFrom("segments")
        .selectAll()
        .where("id", "=", id)
        .where("archived_at", "is", null)
        .forUpdate()
        .executeTakeFirst(),
      "segment",
      id,
    );
    if (name !== undefined) await refuseTaken(tx, name, id);
    if (definition) await refuseLoop(tx, id, definition);
    await tx
      .updateTable("segments")
      .set({
        updated_at: ctx.now,
        ...(name === undefined ? {} : { name }),
        ...(description === undefined ? {} : { description }),
        ...(definition ? { definition: json(definition), ages: ages(definition) } : {}),
      })
      .where("id", "=", id)
      .execute();
    return { id, members: definition ? Number(await recompute(tx, { id, definition }, ctx.now)) : Number(row.member_count) };
  });

/** Puts a segment away: nobody is in it any more, and its name is free. */
export const archiveSegment = (ctx: Context, input: { segmentId: string }) =>
  write(ctx, async (tx) => {
    const row = await tx
      .updateTable("segments")
      .set({ archived_at: ctx.now, member_count: 0n })
      .where("id", "=", input.segmentId)
      .where("archived_at", "is", null)
      .returning("id")
      .executeTakeFirst();
    found(row, "segment", input.segmentId);
    await tx.deleteFrom("segment_members").where("segment_id", "=", input.segmentId).execute();
    return { id: input.segmentId };
  });

/** Takes it out again, with whoever belongs in it today. */
export const restoreSegment = (ctx: Context, input: { segmentId: string }) =>
  write(ctx, async (tx) => {
    const row = found(
      await tx
        .selectFrom("segments")
        .selectAll()
        .where("id", "=", input.segmentId)
        .where("archived_at", "is not", null)
        .forUpdate()
        .executeTakeFirst(),
      "segment",
      input.segmentId,
    );
    await refuseTaken(tx, row.name, row.id);
    await tx.updateTable("segments").set({ archived_at: null }).where("id", "=", row.id).execute();
    return { id: row.id, members: Number(await recompute(tx, row, ctx.now)) };
  });

async function refuseTaken(tx: Tx, name: string, id: string): Promise<void> {
  const other = await tx
    .selectFrom("segments")
    .select("id")
    .where((eb) => eb(eb.fn("lower", ["name"]), "=", name.toLowerCase()))
    .where("archived_at", "is", null)
    .where("id", "<>", id)
    .executeTakeFirst();
  refuseUnless(!other, "segment.name_taken", { name });
}

/** A segment may build on others, never on itself by a detour. */
async function refuseLoop(tx: Tx, id: string, definition: Definition): Promise<void> {
  const seen = new Set<string>();
  const visit = async (defined: Definition): Promise<void> => {
    for (const rule of rulesOf(defined)) {
      if (rule.kind !== "segment" || seen.has(rule.segmentId)) continue;
      refuseUnless(rule.segmentId !== id, "segment.builds_on_itself");
      seen.add(rule.segmentId);
      const other = found(
        await tx.selectFrom("segments").select("definition").where("id", "=", rule.segmentId).executeTakeFirst(),
        "segment",
        rule.segmentId,
      );
      await visit(other.definition as Definition);
    }
  };
  await visit(definition);
}
