import type { Context } from "#platform/context.ts";
import { reader } from "#platform/context.ts";
import { json } from "#platform/database.ts";
import { found } from "#platform/errors.ts";
import { newId } from "#platform/ids.ts";
import { write } from "#platform/write.ts";

type Bilingual = { en: string; fr: string };

/** Answers written once for questions that come back; {{name}} becomes the first name when used. */
export async function listCannedAnswers(ctx: Context) {
  const rows = await reader(ctx).selectFrom("canned_answers").selectAll().orderBy("shortcut").execute();
  return {
    rows: rows.map((row) => ({
      id: row.id,
      shortcut: row.shortcut,
      title: row.title as Bilingual,
      body: row.body as Bilingual,
      usedCount: row.used_count,
    })),
  };
}

/** A new one, or the one with this id changed. */
export const saveCannedAnswer = (
  ctx: Context,
  input: { answerId?: string | undefined; shortcut: string; title: Bilingual; body: Bilingual },
) =>
  write(ctx, async (tx) => {
    const values = { shortcut: input.shortcut, title: json(input.title), body: json(input.body), updated_at: ctx.now };
    if (!input.answerId) {
      const id = newId();
      await tx
        .insertInto("canned_answers")
        .values({ id, ...values })
        .execute();
      return { id };
    }
    const changed = await tx
      .updateTable("canned_answers")
      .set(values)
      .where("id", "=", input.answerId)
      .returning("id")
      .executeTakeFirst();
    return { id: found(changed, "answer", input.answerId).id };
  });

export const deleteCannedAnswer = (ctx: Context, input: { answerId: string }) =>
  write(ctx, async (tx) => {
    const gone = await tx.deleteFrom("canned_answers").where("id", "=", input.answerId).returning("id").executeTakeFirst();
    return { id: found(gone, "answer", input.answerId).id };
  });
