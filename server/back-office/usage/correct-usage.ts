import { append } from "#events/append.ts";
import type { Context } from "#platform/context.ts";
import { found, refuseUnless } from "#platform/errors.ts";
import { newId } from "#platform/ids.ts";
import { write } from "#platform/write.ts";

interface Correction {
  source: string;
  /** The record that was wrong. */
  sourceId: string;
  /** Id of the correction itself, unique at the source: sent again, it changes nothing. */
  correctionId: string;
  /** The right quantity; left out, the record is taken back. */
  quantity?: string | undefined;
  reason: string;
}

/** A record was wrong: another stands in its place, or nothing does. Billed periods are put right by the next invoice. */
export const correctUsage = (ctx: Context, input: Correction) =>
  write(ctx, async (tx) => {
    const repeated = await tx
      .selectFrom("usage_records")
      .select("id")
      .where("source", "=", input.source)
      .where("source_id", "=", input.correctionId)
      .executeTakeFirst();
    if (repeated) return repeated;
    const original = found(
      await tx
        .selectFrom("usage_records")
        .selectAll()
        .where("source", "=", input.source)
        .where("source_id", "=", input.sourceId)
        .forUpdate()
        .executeTakeFirst(),
      "usage record",
      input.sourceId,
    );
    const corrected = await tx
      .selectFrom("usage_records")
      .select("source_id")
      .where("source", "=", input.source)
      .where("replaces", "=", input.sourceId)
      .executeTakeFirst();
    refuseUnless(!corrected, "usage.already_corrected", { correctionId: corrected?.source_id });
    const id = newId();
    const quantity = input.quantity ?? "0";
    await tx
      .insertInto("usage_records")
      .values({
        ...original,
        id,
        source_id: input.correctionId,
        quantity,
        recorded_at: ctx.now,
        replaces: input.sourceId,
        voided: input.quantity === undefined,
        reason: input.reason,
      })
      .execute();
    await append(tx, ctx, "usage.corrected", {
      subjectId: id,
      follows: original.id,
      customerId: original.customer_id,
      data: { subscriptionId: original.subscription_id, meter: original.meter, quantity, reason: input.reason },
    });
    return { id };
  });
