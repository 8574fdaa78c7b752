import type { Context } from "#platform/context.ts";
import { json } from "#platform/database.ts";
import { newId } from "#platform/ids.ts";
import { write } from "#platform/write.ts";
import { standardThemes } from "./engine/standard-themes.ts";

export const seedFeedback = (ctx: Context): Promise<void> =>
  write(ctx, async (tx) => {
    for (const { key, name, words } of standardThemes)
      await tx
        .insertInto("feedback_themes")
        .values({ id: newId(), key, name: json(name), words: json(words) })
        .onConflict((conflict) => conflict.column("key").doNothing())
        .execute();
  });
