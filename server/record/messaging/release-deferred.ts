import type { Context } from "#platform/context.ts";
import { write } from "#platform/write.ts";
import type { MessageInput } from "./message-input.ts";
import { sendMessage } from "./send-message.ts";

const batch = 200;

/** Messages whose hour has come are decided anew: a consent withdrawn overnight counts. */
export async function releaseDeferred(ctx: Context): Promise<void> {
  const due = await ctx.app.db
    .selectFrom("messages_deferred")
    .select("id")
    .where("due_at", "<=", ctx.now)
    .orderBy("due_at")
    .limit(batch)
    .execute();
  for (const { id } of due) {
    await write(ctx, async (tx) => {
      const row = await tx.deleteFrom("messages_deferred").where("id", "=", id).returning("input").executeTakeFirst();
      if (row) await sendMessage({ ...ctx, tx }, row.input as MessageInput);
    });
  }
}
