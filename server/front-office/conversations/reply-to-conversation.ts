import { append } from "#events/append.ts";
import { useArticles } from "#front-office/knowledge/use-articles.ts";
import type { Context, Locale } from "#platform/context.ts";
import { json } from "#platform/database.ts";
import { refuse, refuseUnless } from "#platform/errors.ts";
import { newId } from "#platform/ids.ts";
import { write } from "#platform/write.ts";
import { pauseClock, stopClock } from "./clocks.ts";
import { previewOf } from "./conversation.ts";
import { lockConversation } from "./lock-conversation.ts";
import { mailReply } from "./mail-reply.ts";
import { channelOfEvent } from "./open-conversation.ts";

export interface Source {
  label: string;
  href?: string | undefined;
}

export interface Reply {
  conversationId: string;
  body: string;
  /** Where it goes; by default where the customer wrote last. */
  channel?: "chat" | "email" | undefined;
  automatic?: boolean | undefined;
  /** An automatic word that answers nothing ("a colleague takes over") is no first answer and pauses no clock. */
  answers?: boolean | undefined;
  sources?: readonly Source[] | undefined;
  authorName?: string | undefined;
  /** Published articles the answer leads to: they become sources of it, and are counted as used. */
  articleSlugs?: readonly string[] | undefined;
  cannedId?: string | undefined;
}

/**
 * Answers the customer where they wrote last. The first answer stops the response clock; afterwards the customer has the
 * word, so the clock to resolution stands still. A conversation that was resolved stays so: a word of thanks is no reopening.
 */
export const replyToConversation = (ctx: Context, input: Reply) =>
  write(ctx, async (tx) => {
    const conversation = await lockConversation(tx, ctx, input.conversationId);
    const channel = input.channel ?? (conversation.channel === "chat" ? "chat" : "email");
    const reachable = conversation.key_hash !== null || conversation.contact_id !== null;
    refuseUnless(reachable && (channel === "chat" || conversation.contact_id), "conversation.no_address");
    const articles = await useArticles(tx, input.articleSlugs ?? [], conversation.locale as Locale);
    const sources = [...(input.sources ?? []), ...(input.sources ? [] : articles)];
    if (input.cannedId)
      await tx
        .updateTable("canned_answers")
        .set((eb) => ({ used_count: eb("used_count", "+", 1) }))
        .where("id", "=", input.cannedId!)
        .execute();
    const automatic = input.automatic ?? false;
    const answers = input.answers ?? true;
    const author =
      ctx.actor.kind === "staff"
        ? { kind: "staff", id: ctx.actor.id, name: ctx.actor.name }
        : { kind: "system", id: ctx.actor.id, name: input.authorName ?? "Throughline" };
    const id = newId();
    const mailed = channel === "email" ? await mailReply({ ...ctx, tx }, conversation, { id, body: input.body }) : undefined;
    if (mailed?.outcome === "skipped") refuse("conversation.no_address", { reason: mailed.reason });
    await tx
      .insertInto("conversation_messages")
      .values({
        id,
        conversation_id: conversation.id,
        direction: "outbound",
        channel,
        body: input.body,
        external_id: mailed?.externalId ?? null,
        author_kind: author.kind,
        author_id: author.id,
        author_name: author.name,
        verified: true,
        automatic,
        sources: json(sources),
        message_id: mailed?.messageId ?? null,
        mailed_at: mailed ? ctx.now : null,
        mail_if_unseen: channel === "chat" && conversation.contact_id !== null,
        sent_at: ctx.now,
      })
      .execute();
    const first = answers && conversation.first_replied_at === null;
    const closed = conversation.status === "resolved";
    await tx
      .updateTable("conversations")
      .set((eb) => ({
        ...(answers && !closed ? { status: "waiting", snoozed_until: null, waiting_since: null } : {}),
        ...(first ? { first_replied_at: ctx.now } : {}),
        ...(author.kind === "staff" && !conversation.assignee_id
          ? { assignee_id: author.id, assigned_at: ctx.now, handled_by: "people" }
          : {}),
        last_message_at: ctx.now,
        ...(automatic ? { automatic_count: eb("automatic_count", "+", 1) } : { reply_count: eb("reply_count", "+", 1) }),
      }))
      .where("id", "=", conversation.id)
      .execute();
    const { eventId } = await append(tx, ctx, "message.replied", {
      subjectId: id,
      customerId: conversation.customer_id,
      contactId: conversation.contact_id,
      channel: channelOfEvent(channel),
      follows: conversation.id,
      causedBy: ctx.cause?.eventId,
      data: { conversationId: conversation.id, preview: previewOf(input.body), from: author.name, automatic, first },
    });
    if (answers) {
      await stopClock(tx, ctx, conversation.id, "first_response");
      if (!closed) await pauseClock(tx, ctx, conversation.id, "resolution");
    }
    return { id, eventId };
  });
