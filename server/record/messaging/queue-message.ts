import type { Context, Locale } from "#platform/context.ts";
import { json } from "#platform/database.ts";
import { newId } from "#platform/ids.ts";
import { enqueue } from "#platform/jobs/task.ts";
import { append } from "#events/append.ts";
import type { MessageInput } from "./message-input.ts";
import { contentOf } from "./templates.ts";
import { trackLinks } from "./track-links.ts";

interface Allowed extends MessageInput {
  transactional: boolean;
  decisionId: string;
  contact: { id: string; customer_id: string | null; first_name: string; last_name: string; email: string; locale: Locale };
}

/** Writes a message that may leave, states it, and asks for its delivery; all in the transaction of the decision. */
export async function queueMessage(ctx: Context, message: Allowed): Promise<{ messageId: string }> {
  const tx = ctx.tx!;
  const { contact, transactional } = message;
  const id = newId();
  const data = { firstName: contact.first_name, lastName: contact.last_name, ...message.data };
  const written =
    message.content ??
    contentOf(message.template, { locale: contact.locale, data, actionUrl: message.actionUrl, facts: message.facts });
  const { content, links } = transactional
    ? { content: written, links: [] }
    : trackLinks(ctx.app.config.publicUrl, written, message.allowedUrls ?? []);
  const { eventId } = await append(tx, ctx, "message.sent", {
    subjectId: id,
    customerId: contact.customer_id,
    contactId: contact.id,
    channel: "email",
    follows: message.follows ?? message.campaignId,
    causedBy: message.causedBy,
    stage: stageOf(message),
    startsLine: message.campaignId !== undefined,
    data: {
      purpose: message.purpose,
      to: contact.email,
      subject: content.subject,
      template: message.template,
      campaignId: message.campaignId,
      decisionId: message.decisionId,
    },
  });
  await tx
    .insertInto("messages")
    .values({
      id,
      contact_id: contact.id,
      customer_id: contact.customer_id,
      campaign_id: message.campaignId ?? null,
      decision_id: message.decisionId,
      event_id: eventId,
      purpose: message.purpose,
      template: message.template,
      transactional,
      locale: contact.locale,
      to_address: contact.email,
      subject: content.subject,
      content: json(content),
      sensitive: message.sensitive ?? secret.has(message.template),
      options: json({
        attachments: message.attachments ?? [],
        replyTo: message.replyTo,
        inReplyTo: message.inReplyTo,
        references: message.references,
      }),
      message_id: messageIdOf(ctx, id),
      status: "queued",
      created_at: ctx.now,
    })
    .execute();
  if (links.length > 0)
    await tx
      .insertInto("message_links")
      .values(links.map((link) => ({ ...link, message_id: id })))
      .execute();
  await enqueue(tx, "messaging/deliver", { messageId: id }, { maxAttempts: 10 });
  return { messageId: id };
}

/** A message belongs where what it tells of belongs: an invoice's to paying, a quote's to choosing. */
function stageOf({ purpose, campaignId }: MessageInput): "discover" | "of its cause" | null {
  if (purpose === "access") return null; // a security code is asked for at any stage
  return campaignId === undefined ? "of its cause" : "discover";
}

/** Templates whose content must not be kept: whoever reads it could act as the person. */
const secret = new Set(["portal.code", "consent.confirm"]);

/** Stable over retries, so that a repeat is recognised by whoever receives it. */
export function messageIdOf(ctx: Context, id: string): string {
  return `<${id}@${new URL(ctx.app.config.publicUrl).hostname}>`;
}
