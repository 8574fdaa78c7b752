import { append } from "#events/append.ts";
import type { RecordedEvent } from "#events/envelope.ts";
import { openConversation } from "#front-office/conversations/open-conversation.ts";
import { addBusinessDuration } from "#platform/calendar/business-time.ts";
import type { Context } from "#platform/context.ts";
import { newId } from "#platform/ids.ts";
import { write } from "#platform/write.ts";
import { businessCalendar } from "#record/organisation/business-calendar.ts";
import { businessDayMs } from "./business-day.ts";
import { languageOf } from "./engine/language.ts";
import { saysOpinion } from "./engine/opinion.ts";
import { toneOf } from "./engine/sentiment.ts";
import type { Theme } from "./engine/themes.ts";
import { bothThemes } from "./learn-themes.ts";
import { ownTagger } from "./own-tagger.ts";
import { toneModelFor } from "./tone-weights.ts";

export interface Said {
  source: "survey" | "message" | "review";
  text: string;
  kind: string | null;
  score: number | null;
  journeyStage: string;
}

/** NPS 0 to 6, CSAT 1 and 2, CES 1 to 3; a review of 1 or 2 stars. */
export const isDetractor = (kind: string | null, score: number | null): boolean =>
  score !== null && score <= ({ nps: 6, csat: 2, ces: 3, review: 2 }[kind ?? ""] ?? -1);

const loopDays = 2;

/**
 * Understands what someone said, once per event. A message is feedback only when it says what they think. A detractor who is a customer gets a case, and is to be told within two
 * business days what was done.
 */
export const receiveFeedback = (ctx: Context, event: RecordedEvent, said: Said) =>
  write(ctx, async (tx) => {
    if (await tx.selectFrom("feedback_items").select("id").where("source_event_id", "=", event.id).executeTakeFirst()) return;
    const contact = event.contactId
      ? await tx.selectFrom("contacts").select(["locale"]).where("id", "=", event.contactId).executeTakeFirst()
      : undefined;
    const language = languageOf(said.text, contact?.locale === "en" ? "en" : "fr");
    const isMessage = said.source === "message";
    const tone = toneOf(said.text, language, await toneModelFor({ ...ctx, tx }), {
      kind: isMessage ? "message" : "comment",
      given: said.kind && said.score !== null ? { kind: said.kind, score: said.score } : undefined,
    });
    if (isMessage && said.score === null && !saysOpinion(said.text, language, tone)) return; // a question is answered, not counted
    const taxonomy = await tx
      .selectFrom("feedback_themes")
      .select(["key", "words"])
      .where("active", "=", true)
      .orderBy("id")
      .execute();
    const themes = bothThemes(
      said.text,
      language,
      taxonomy.map((row): Theme => ({ key: row.key, words: row.words as Theme["words"] })),
      await ownTagger({ ...ctx, tx }),
    );
    const detractor = isDetractor(said.kind, said.score);
    const id = newId();
    const calendar = await businessCalendar(ctx);
    await tx
      .insertInto("feedback_items")
      .values({
        id,
        source: said.source,
        source_event_id: event.id,
        text: said.text,
        language,
        sentiment: tone.sentiment,
        confidence: tone.confidence,
        themes,
        kind: said.kind,
        score: said.score,
        journey_stage: said.journeyStage,
        customer_id: event.customerId,
        contact_id: event.contactId,
        is_detractor: detractor,
        loop_due_at:
          detractor && event.contactId ? addBusinessDuration(calendar, ctx.now, loopDays * businessDayMs(calendar)) : null,
        received_at: event.occurredAt,
      })
      .execute();
    await append(tx, ctx, "feedback.received", {
      subjectId: id,
      customerId: event.customerId,
      contactId: event.contactId,
      causedBy: event.id,
      data: {
        text: said.text.slice(0, 2_000),
        language,
        sentiment: tone.sentiment,
        confidence: tone.confidence,
        themes: themes.join(", "),
        score: said.score,
        source: said.source,
        journeyStage: said.journeyStage,
      },
    });
    if (!detractor || !event.contactId) return;
    const { id: conversationId } = await openConversation(
      { ...ctx, tx },
      {
        customerId: event.customerId,
        contactId: event.contactId,
        subject: said.text.slice(0, 120) || `${said.kind?.toUpperCase() ?? ""} ${said.score}`,
        kind: "case",
        priority: "high",
        reason: `${said.kind?.toUpperCase() ?? said.source} ${said.score}`,
        channel: "email",
        causedBy: event.id,
      },
    );
    await tx.updateTable("feedback_items").set({ conversation_id: conversationId }).where("id", "=", id).execute();
    await append(tx, ctx, "complaint.opened", {
      subjectId: id,
      customerId: event.customerId,
      contactId: event.contactId,
      causedBy: event.id,
      data: { subject: said.text.slice(0, 120) || `${said.kind?.toUpperCase() ?? ""} ${said.score}`, conversationId },
    });
  });
