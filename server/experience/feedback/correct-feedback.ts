import type { Context } from "#platform/context.ts";
import { found } from "#platform/errors.ts";
import { write } from "#platform/write.ts";

/** A person who read it knows better than the engine: tone and themes as they say. Every night the corrections teach the engine. */
export const correctFeedback = (
  ctx: Context,
  input: { feedbackId: string; sentiment: "negative" | "neutral" | "positive"; themes: string[] },
) =>
  write(ctx, async (tx) => {
    const row = await tx
      .updateTable("feedback_items")
      .set({ sentiment: input.sentiment, themes: input.themes, confidence: 1, corrected_by: ctx.actor.id })
      .where("id", "=", input.feedbackId)
      .returning("id")
      .executeTakeFirst();
    return found(row, "feedback", input.feedbackId);
  });
