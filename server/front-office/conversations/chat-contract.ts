import { z } from "zod";
import { customer, email, id, instant, locale, ok, open, requiredText, text } from "#platform/contract.ts";

const tag = { tags: ["Conversations"] };
export const channel = z.enum(["chat", "email", "phone", "console"]);
/** Where an answer was read from. */
export const source = z.object({ label: z.string(), href: z.string().optional() });
const chat = z.object({ conversationId: id, key: z.string().max(100).optional() });

/** What customers and visitors do themselves. */
export const chatContract = {
  startChat: open()
    .route({ method: "POST", path: "/public/chats", summary: "Start to chat, or go on with the chat that is open", ...tag })
    .input(
      z.object({
        text: requiredText(4_000),
        name: text(80).optional(),
        email: email.optional(),
        visitorId: id.optional(),
        locale: locale.default("fr"),
        /** Made by the browser for this message; a repeat is recognised by it. */
        clientId: id,
        website: z.string().max(200).optional(),
      }),
    )
    .output(z.object({ conversationId: id, key: z.string().nullable() })),
  sendChat: open()
    .route({ method: "POST", path: "/public/chats/{conversationId}/messages", summary: "The next words of a chat", ...tag })
    .input(chat.extend({ text: requiredText(4_000), clientId: id }))
    .output(ok),
  readChat: open()
    .route({ method: "POST", path: "/public/chats/{conversationId}/reading", summary: "The chat, and that it was seen", ...tag })
    .input(chat)
    .output(
      z.object({
        id,
        number: z.string(),
        subject: z.string(),
        status: z.enum(["open", "resolved"]),
        withPerson: z.boolean(),
        rating: z.number().nullable(),
        messages: z.array(
          z.object({
            id,
            mine: z.boolean(),
            author: z.string(),
            body: z.string(),
            channel,
            automatic: z.boolean(),
            sources: z.array(source),
            sentAt: instant,
          }),
        ),
      }),
    ),
  rateChat: open()
    .route({
      method: "PUT",
      path: "/public/chats/{conversationId}/rating",
      summary: "What the customer thought of the chat; the last word counts",
      ...tag,
    })
    .input(chat.extend({ score: z.number().int().min(1).max(5), comment: text(2_000).optional() }))
    .output(ok),
  myChats: customer()
    .route({ method: "GET", path: "/my/conversations", summary: "My conversations", ...tag })
    .output(
      z.object({
        rows: z.array(
          z.object({ id, number: z.string(), subject: z.string(), status: z.enum(["open", "resolved"]), lastMessageAt: instant }),
        ),
      }),
    ),
};
