import type { Selectable } from "kysely";
import type { DB } from "#db/schema.ts";
import type { Context } from "#platform/context.ts";
import { write } from "#platform/write.ts";
import { myChat } from "./chat-access.ts";
import { livingConversation } from "./lock-conversation.ts";
import type { Source } from "./reply-to-conversation.ts";

/** The chat as its customer sees it (no notes), and the proof that they saw it: what is seen needs no mail. */
export const readChat = (ctx: Context, input: { conversationId: string; key?: string | undefined }) =>
  write({ ...ctx, idempotency: undefined }, async (tx) => {
    const mine = await myChat(tx, ctx, input);
    const matter = await livingConversation(tx, mine.id);
    await tx.updateTable("conversations").set({ seen_at: ctx.now }).where("id", "=", matter.id).execute();
    let said = tx
      .selectFrom("conversation_messages")
      .selectAll()
      .where("conversation_id", "=", matter.id)
      .where("direction", "<>", "note");
    // whoever typed an address into a chat has not shown that the mailbox is theirs
    if (mine.byKey) said = said.where("channel", "=", "chat");
    const messages = await said.orderBy("sent_at", "desc").orderBy("id", "desc").limit(200).execute();
    return {
      id: matter.id,
      number: matter.number,
      subject: matter.subject,
      status: customerStatus(matter.status),
      withPerson: matter.handled_by === "people",
      rating: matter.rating,
      messages: messages.reverse().map(toChatMessage),
    };
  });

/** Snoozing is our own affair. */
const customerStatus = (status: string) => (status === "resolved" ? ("resolved" as const) : ("open" as const));

const toChatMessage = (row: Selectable<DB["conversation_messages"]>) => ({
  id: row.id,
  mine: row.direction === "inbound",
  author: row.author_name,
  body: row.body,
  channel: row.channel as "chat" | "email" | "phone" | "console",
  automatic: row.automatic,
  sources: row.sources as unknown as Source[],
  sentAt: row.sent_at,
});

/** The conversations of the customer who is signed in, newest first. */
export async function listMyChats(ctx: Context) {
  const contactId = ctx.actor.kind === "customer" ? ctx.actor.contactId : null;
  const rows = await ctx.app.db
    .selectFrom("conversations")
    .select(["id", "number", "subject", "status", "last_message_at"])
    .where("contact_id", "=", contactId)
    .where("status", "<>", "merged")
    .orderBy("last_message_at", "desc")
    .limit(50)
    .execute();
  return {
    rows: rows.map((row) => ({
      id: row.id,
      number: row.number,
      subject: row.subject,
      status: customerStatus(row.status),
      lastMessageAt: row.last_message_at,
    })),
  };
}
