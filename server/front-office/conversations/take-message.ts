import { append } from "#events/append.ts";
import type { Context } from "#platform/context.ts";
import { json, type Tx } from "#platform/database.ts";
import { newId } from "#platform/ids.ts";
import { resumeClock, startClocks } from "./clocks.ts";
import { previewOf } from "./conversation.ts";
import { channelOfEvent } from "./open-conversation.ts";

export interface Attachment {
  name: string;
  key: string;
  mime: string;
  sizeBytes: number;
}

export interface Inbound {
  channel: "chat" | "email" | "phone";
  body: string;
  externalId: string | null;
  author: { id: string; name: string };
  /** A portal session proves who writes. */
  verified: boolean;
  attachments?: readonly Attachment[];
}

interface Matter {
  id: string;
  status: string;
  customer_id: string | null;
  contact_id: string | null;
  waiting_since: Date | null;
}

/**
 * Words of the customer, on any channel: the answer goes there from now on, our clock runs again, and a matter that was
 * closed is open once more. Once the customer writes from a session or a mailbox, the key of the browser that began the chat
 * opens it no more: anyone could have begun it with their address. Returns undefined when this very message was taken before.
 */
export async function takeMessage(
  tx: Tx,
  ctx: Context,
  matter: Matter,
  message: Inbound,
): Promise<{ messageId: string } | undefined> {
  const messageId = newId();
  const kept = await tx
    .insertInto("conversation_messages")
    .values({
      id: messageId,
      conversation_id: matter.id,
      direction: "inbound",
      channel: message.channel,
      body: message.body,
      external_id: message.externalId,
      author_kind: "customer",
      author_id: message.author.id,
      author_name: message.author.name,
      verified: message.verified,
      attachments: json(message.attachments ?? []),
      sent_at: ctx.now,
    })
    .onConflict((conflict) => conflict.column("external_id").doNothing())
    .returning("id")
    .executeTakeFirst();
  if (!kept) return undefined;
  const about = { customerId: matter.customer_id, contactId: matter.contact_id, channel: channelOfEvent(message.channel) };
  await append(tx, ctx, "message.received", {
    subjectId: messageId,
    ...about,
    follows: matter.id,
    data: { conversationId: matter.id, preview: previewOf(message.body), from: message.author.name },
  });
  await tx
    .updateTable("conversations")
    .set((eb) => ({
      status: "open",
      snoozed_until: null,
      resolved_at: null,
      channel: message.channel,
      waiting_since: matter.waiting_since ?? ctx.now,
      last_message_at: ctx.now,
      inbound_count: eb("inbound_count", "+", 1),
      reopen_count: eb("reopen_count", "+", matter.status === "resolved" ? 1 : 0),
      ...(message.channel === "chat" && { seen_at: ctx.now }),
      ...((message.verified || message.channel !== "chat") && { key_hash: null }),
    }))
    .where("id", "=", matter.id)
    .execute();
  if (matter.status === "resolved") {
    await append(tx, ctx, "conversation.reopened", {
      subjectId: matter.id,
      ...about,
      data: { reason: "the customer wrote again" },
    });
    await startClocks(tx, ctx, matter.id, ["resolution"]);
  } else await resumeClock(tx, ctx, matter.id, "resolution");
  return { messageId };
}
