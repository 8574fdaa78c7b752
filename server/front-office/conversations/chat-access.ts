import { createHash, randomBytes } from "node:crypto";
import type { Context } from "#platform/context.ts";
import type { Database } from "#platform/database.ts";
import { found } from "#platform/errors.ts";

export const newChatKey = (): string => randomBytes(24).toString("base64url");
export const chatKeyHash = (key: string): Buffer => createHash("sha256").update(key).digest();

/**
 * The chat of whoever asks: a signed-in customer's own conversation, or the one whose key this browser keeps. Anything
 * else does not exist for them.
 */
export async function myChat(db: Database, ctx: Context, input: { conversationId: string; key?: string | undefined }) {
  const row = await db.selectFrom("conversations").selectAll().where("id", "=", input.conversationId).executeTakeFirst();
  const mine =
    row !== undefined &&
    ((ctx.actor.kind === "customer" && row.contact_id === ctx.actor.contactId) ||
      (input.key !== undefined && row.key_hash !== null && chatKeyHash(input.key).equals(row.key_hash)));
  return found(mine ? row : undefined, "conversation", input.conversationId);
}
