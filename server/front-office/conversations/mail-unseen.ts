import type { Context } from "#platform/context.ts";
import { write } from "#platform/write.ts";
import { mailReply } from "./mail-reply.ts";

/** People close their browsers: a chat answer not seen after this long goes by mail as well. */
const unseenAfterMs = 120_000;
const batch = 200;

/** Chat answers the customer has not seen follow them by mail, in the same conversation, once each. */
export async function mailUnseen(ctx: Context): Promise<void> {
  const waiting = await ctx.app.db
    .selectFrom("conversation_messages")
    .select("id")
    .where("mail_if_unseen", "=", true)
    .where("sent_at", "<", new Date(ctx.now.getTime() - unseenAfterMs))
    .orderBy("sent_at")
    .limit(batch)
    .execute();
  for (const { id } of waiting) await mailOne(ctx, id);
}

const mailOne = (ctx: Context, messageId: string): Promise<void> =>
  write(ctx, async (tx) => {
    const message = await tx
      .selectFrom("conversation_messages")
      .selectAll()
      .where("id", "=", messageId)
      .where("mail_if_unseen", "=", true)
      .forUpdate()
      .executeTakeFirst();
    if (!message) return;
    const conversation = await tx
      .selectFrom("conversations")
      .selectAll()
      .where("id", "=", message.conversation_id)
      .executeTakeFirstOrThrow();
    const seen = conversation.seen_at !== null && conversation.seen_at >= message.sent_at;
    const mailed =
      seen || !conversation.contact_id
        ? undefined
        : await mailReply({ ...ctx, tx }, conversation, { id: message.id, body: message.body });
    await tx
      .updateTable("conversation_messages")
      .set({
        mail_if_unseen: false,
        ...(mailed?.outcome === "sent" && { mailed_at: ctx.now, message_id: mailed.messageId, external_id: mailed.externalId }),
      })
      .where("id", "=", message.id)
      .execute();
  });
