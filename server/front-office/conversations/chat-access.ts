import { createHash, randomBytes } from "node:crypto";
import type { Context } from "#platform/context.ts";
import type { Database } from "#platform/database.ts";
import { found } from "#platform/errors.ts";

export const newChatKey = (): string => randomBytes(24).toString("base64url");
export const chatKeyHash = (key: string): Buffer => createHash("sha256").update(key).digest();

/**
 * The chat of whoever asks: a signed-in customer's own conversation, or the one whose key this browser keeps. Anything
 * else does not exist for them. A key opens what was begun with it, not a matter it was merged into: `byKey` says that
 * nothing but the key spoke for the reader.
 */
export async function myChat(db: Database, ctx: Context, input: { conversationId: string; key?: string | undefined }) {
  const row = await db
    .selectFrom("conversations")
    .selectAll()
    .where("id", "=", input.conversationId)
    .forUpdate() // a key may be closing at this very moment
    .executeTakeFirst();
  const own = row !== undefined && ctx.actor.kind === "customer" && row.contact_id === ctx.actor.contactId;
  const byKey =
    !own &&
    input.key !== undefined &&
    row !== undefined &&
    row.merged_into_id === null &&
    row.key_hash !== null &&
    chatKeyHash(input.key).equals(row.key_hash);
  return { ...found(own || byKey ? row : undefined, "conversation", input.conversationId), byKey };
}
