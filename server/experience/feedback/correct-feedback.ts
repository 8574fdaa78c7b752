import { append } from "#events/append.ts";
import type { Context } from "#platform/context.ts";
import { found } from "#platform/errors.ts";
import { write } from "#platform/write.ts";
import type { Sentiment } from "./engine/tone-model.ts";

/** A person who read it knows better than the engine: tone and themes as they say. Every night the corrections teach the engine. */
export const correctFeedback = (ctx: Context, input: { feedbackId: string; sentiment: Sentiment; themes: string[] }) =>
  write(ctx, async (tx) => {
    const row = found(
      await tx.selectFrom("feedback_items").selectAll().where("id", "=", input.feedbackId).forUpdate().executeTakeFirst(),
      "feedback",
      input.feedbackId,
    );
    const themes = [...new Set(input.themes)];
    const known = await tx
      .selectFrom("feedback_themes")
      .select("key")
      .where("key", "in", ["", ...themes])
      .execute();
    for (const theme of themes)
      found(
        known.find(({ key }) => key === theme),
        "theme",
        theme,
      );
    await tx
      .updateTable("feedback_items")
      .set({ sentiment: input.sentiment, themes, confidence: 1, corrected_by: ctx.actor.id })
      .where("id", "=", row.id)
      .execute();
    await append(tx, ctx, "feedback.corrected", {
      subjectId: row.id,
      customerId: row.customer_id,
      contactId: row.contact_id,
      data: { sentiment: input.sentiment, was: row.sentiment as Sentiment, themes: themes.join(", ") },
    });
    return { id: row.id };
  });
