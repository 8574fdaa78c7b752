import type { Context, Locale } from "#platform/context.ts";
import { refuseUnless } from "#platform/errors.ts";
import { isId } from "#platform/ids.ts";
import { write } from "#platform/write.ts";
import { recogniseContact } from "#record/customers/recognise-contact.ts";
import { chatKeyHash, newChatKey } from "./chat-access.ts";
import { previewOf } from "./conversation.ts";
import { livingConversation } from "./lock-conversation.ts";
import { openConversation } from "./open-conversation.ts";
import { takeMessage } from "./take-message.ts";

export interface ChatStart {
  text: string;
  name?: string | undefined;
  email?: string | undefined;
  visitorId?: string | undefined;
  locale: Locale;
  clientId: string;
  /** Left empty by people. */
  website?: string | undefined;
}

/** Who writes, when they did not say. */
export const visitorWord: Record<Locale, string> = { en: "Visitor", fr: "Visiteur" };

/**
 * Someone starts to chat. A customer who signed in continues the chat they have open, and is known for sure; a visitor
 * who leaves an address is joined to that contact unproven, and reads this one chat only, by a key their browser keeps.
 */
export const startChat = (ctx: Context, input: ChatStart) =>
  write(ctx, async (tx) => {
    refuseUnless(!input.website, "chat.not_a_person");
    const inside = { ...ctx, tx, locale: input.locale };
    if (ctx.actor.kind === "customer") {
      const { contactId, customerId } = ctx.actor;
      const going = await tx
        .selectFrom("conversations")
        .select("id")
        .where("contact_id", "=", contactId)
        .where("channel", "in", ["chat", "email"])
        .where("status", "in", ["open", "waiting", "snoozed"])
        .orderBy("last_message_at", "desc")
        .limit(1)
        .executeTakeFirst();
      const id =
        going?.id ??
        (
          await openConversation(inside, {
            customerId,
            contactId,
            subject: previewOf(input.text),
            kind: "question",
            priority: "normal",
            channel: "chat",
            handledBy: "assistant",
            locale: input.locale,
            follows: contactId,
          })
        ).id;
      const who = await tx.selectFrom("contacts").selectAll().where("id", "=", contactId).executeTakeFirstOrThrow();
      await takeMessage(tx, inside, await livingConversation(tx, id), {
        channel: "chat",
        body: input.text,
        externalId: `chat:${input.clientId}`,
        author: { id: contactId, name: `${who.first_name} ${who.last_name}`.trim() || (who.email ?? "?") },
        verified: true,
      });
      return { conversationId: id, key: null };
    }
    const visitorId = input.visitorId ?? (isId(ctx.actor.id) && ctx.actor.kind === "visitor" ? ctx.actor.id : null);
    const person = input.email
      ? await recogniseContact(inside, {
          email: input.email,
          firstName: input.name,
          locale: input.locale,
          ...(visitorId && { visitorId }),
        })
      : undefined;
    const key = newChatKey();
    const { id } = await openConversation(inside, {
      customerId: person?.customerId,
      contactId: person?.contactId,
      subject: previewOf(input.text),
      kind: "question",
      priority: "normal",
      channel: "chat",
      handledBy: "assistant",
      visitor: { id: visitorId, name: input.name ?? null, keyHash: chatKeyHash(key) },
      locale: input.locale,
      follows: person?.contactId ?? visitorId ?? undefined,
    });
    await takeMessage(tx, inside, await livingConversation(tx, id), {
      channel: "chat",
      body: input.text,
      externalId: `chat:${input.clientId}`,
      author: { id: person?.contactId ?? visitorId ?? id, name: input.name ?? input.email ?? visitorWord[input.locale] },
      verified: false,
    });
    return { conversationId: id, key };
  });
