import type { Selectable } from "kysely";
import type { DB } from "#db/schema.ts";
import { type Context, reader } from "#platform/context.ts";
import { replyAddress } from "#platform/mail/reply-address.ts";
import { sendMessage } from "#record/messaging/send-message.ts";
import { defaultLegalEntity } from "#record/organisation/legal-entity.ts";

const mostReferences = 20;

/**
 * Sends words of a conversation by mail, threaded as mail programs expect (In-Reply-To, References) and with an answer
 * address that carries the conversation, so that the answer finds it whatever the mail program loses.
 */
export async function mailReply(
  ctx: Context,
  conversation: Pick<Selectable<DB["conversations"]>, "id" | "subject" | "contact_id" | "number">,
  message: { id: string; body: string },
): Promise<{ outcome: "sent"; messageId: string; externalId: string } | { outcome: "skipped"; reason: string }> {
  const before = await reader(ctx)
    .selectFrom("conversation_messages")
    .select("external_id")
    .where("conversation_id", "=", conversation.id)
    .where("external_id", "like", "%@%")
    .orderBy("sent_at", "desc")
    .orderBy("id", "desc")
    .limit(mostReferences)
    .execute();
  const references = before.map((row) => `<${row.external_id}>`).reverse();
  const { email } = await defaultLegalEntity(ctx);
  const sent = await sendMessage(ctx, {
    contactId: conversation.contact_id!,
    purpose: "conversation",
    transactional: true,
    template: "conversation.reply",
    content: {
      subject: references.length > 0 ? `Re: ${conversation.subject}` : conversation.subject,
      blocks: message.body.split(/\n{2,}/).map((text) => ({ kind: "text" as const, text })),
      note: conversation.number,
    },
    replyTo: replyAddress(email!, conversation.id, [ctx.app.secret]),
    ...(references.length > 0 && { inReplyTo: references.at(-1)!, references }),
    follows: conversation.id,
  });
  if (sent.outcome !== "sent") return { outcome: "skipped", reason: sent.outcome === "skipped" ? sent.reason : "deferred" };
  const host = new URL(ctx.app.config.publicUrl).hostname;
  return { outcome: "sent", messageId: sent.messageId, externalId: `${sent.messageId}@${host}` };
}
