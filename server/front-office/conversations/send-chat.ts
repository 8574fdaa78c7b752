import type { Context, Locale } from "#platform/context.ts";
import { refuseUnless } from "#platform/errors.ts";
import { write } from "#platform/write.ts";
import { myChat } from "./chat-access.ts";
import { livingConversation } from "./lock-conversation.ts";
import { visitorWord } from "./start-chat.ts";
import { takeMessage } from "./take-message.ts";

const mostPerMinute = 20;

/** The next words of a chat. The browser gives each message an id, so that a repeat after a lost answer is one message. */
export const sendChat = (
  ctx: Context,
  input: { conversationId: string; key?: string | undefined; text: string; clientId: string },
) =>
  write(ctx, async (tx) => {
    const mine = await myChat(tx, ctx, input);
    const matter = await livingConversation(tx, mine.id);
    const recent = await tx
      .selectFrom("conversation_messages")
      .select("id")
      .where("conversation_id", "=", matter.id)
      .where("direction", "=", "inbound")
      .where("sent_at", ">", new Date(ctx.now.getTime() - 60_000))
      .execute();
    refuseUnless(recent.length < mostPerMinute, "rate.limited", { seconds: 60 });
    const signedIn = ctx.actor.kind === "customer" && ctx.actor.contactId === matter.contact_id;
    const contact = matter.contact_id
      ? await tx
          .selectFrom("contacts")
          .select(["first_name", "last_name", "email"])
          .where("id", "=", matter.contact_id)
          .executeTakeFirst()
      : undefined;
    const name = matter.visitor_name ?? (`${contact?.first_name ?? ""} ${contact?.last_name ?? ""}`.trim() || contact?.email);
    await takeMessage(tx, ctx, matter, {
      channel: "chat",
      body: input.text,
      externalId: `chat:${input.clientId}`,
      author: { id: matter.contact_id ?? matter.visitor_id ?? matter.id, name: name ?? visitorWord[matter.locale as Locale] },
      verified: signedIn,
    });
    return { id: matter.id };
  });
