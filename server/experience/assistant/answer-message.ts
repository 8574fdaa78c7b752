import { handOverConversation } from "#front-office/conversations/hand-over-conversation.ts";
import { replyToConversation } from "#front-office/conversations/reply-to-conversation.ts";
import { resolveConversation } from "#front-office/conversations/resolve-conversation.ts";
import { type Context, type Locale } from "#platform/context.ts";
import { json, type Tx } from "#platform/database.ts";
import { translate } from "#platform/i18n/translate.ts";
import { write } from "#platform/write.ts";
import { answerFromArticles } from "./answer-from-articles.ts";
import { answerFromRecord } from "./answer-from-record.ts";
import type { Evidence } from "./evidence.ts";
import { type Reason, reasonIn } from "./reason.ts";
import { type Understood, understand } from "./understand.ts";

interface Asked {
  messageId: string;
  conversationId: string;
  body: string;
  verified: boolean;
  locale: Locale;
  customerId: string | null;
}
type Turn = (
  | { outcome: "answered"; text: string; evidence: Evidence[]; articleSlug?: string }
  | { outcome: "greeted" | "asked_to_sign_in" | "thanked"; text: string; evidence: Evidence[] }
  | { outcome: "handed_over"; reason: Reason }
) & {
  /** How well the best article fits, when articles were looked through: surer than how the question was put. */
  score?: number;
};

/**
 * Answers one message of a chat from the record, or hands the chat to a person: when asked to, when the customer is
 * unhappy, when unsure, when the same thing is asked again. What is personal is told only to a customer who signed in.
 */
export const answerMessage = (ctx: Context, messageId: string): Promise<void> =>
  write(ctx, async (tx) => {
    const row = await tx.selectFrom("assistant_inbox").selectAll().where("message_id", "=", messageId).executeTakeFirst();
    if (!row) return; // a person looks after it, or it is not a chat
    const asked: Asked = {
      messageId,
      conversationId: row.conversation_id!,
      body: row.body!,
      verified: row.verified!,
      locale: row.locale as Locale,
      customerId: row.customer_id,
    };
    const inside = { ...ctx, tx, locale: asked.locale };
    const understood = understand(asked.body);
    const before = await tx
      .selectFrom("assistant_turns")
      .selectAll()
      .where("conversation_id", "=", asked.conversationId)
      .orderBy("at", "desc")
      .orderBy("message_id", "desc")
      .limit(1)
      .executeTakeFirst();
    const intent = understood.kind === "matter" ? understood.intent : understood.kind;
    const again = before?.outcome === "answered" && before.intent === intent;
    const turn = again && intent !== "how_to" ? handOver("again") : await decide(inside, asked, understood);
    await act(inside, asked, turn);
    if (before?.outcome === "answered" && !before.confirmed_at && !before.assumed_at)
      await settle(
        tx,
        ctx,
        before.message_id,
        turn.outcome === "thanked" ? "confirmed_at" : turn.outcome === "handed_over" ? "refuted_at" : null,
      );
    await tx
      .insertInto("assistant_turns")
      .values({
        message_id: messageId,
        conversation_id: asked.conversationId,
        intent,
        score: turn.score ?? understood.score,
        outcome: turn.outcome,
        reason: turn.outcome === "handed_over" ? turn.reason : null,
        evidence: json(turn.outcome === "handed_over" ? [] : turn.evidence),
        at: ctx.now,
      })
      .execute();
  });

async function decide(ctx: Context, asked: Asked, understood: Understood): Promise<Turn> {
  const { locale } = asked;
  const say = (key: string) => translate(locale, `assistant:${key}`);
  switch (understood.kind) {
    case "hand_over":
      return handOver(understood.reason);
    case "refusal":
      return handOver("refusal");
    case "greeting":
      return { outcome: "greeted", text: say("greeting"), evidence: [] };
    case "thanks":
      return { outcome: "thanked", text: say("thanks"), evidence: [] };
    case "matter": {
      if (!asked.verified || !asked.customerId)
        return {
          outcome: "asked_to_sign_in",
          text: say("signIn"),
          evidence: [{ label: say("signInLink"), href: "/portal/sign-in?next=/portal/chat" }],
        };
      const answer = await answerFromRecord(ctx, understood.intent, asked.customerId, locale);
      return answer ? { outcome: "answered", ...answer } : handOver("nothing");
    }
    case "how_to": {
      const { answer, score } = await answerFromArticles(ctx, asked.body, locale);
      return answer ? { outcome: "answered", ...answer, score } : { ...handOver("unsure"), score };
    }
  }
}

const handOver = (reason: Reason): Turn => ({ outcome: "handed_over", reason });

async function act(ctx: Context, asked: Asked, turn: Turn): Promise<void> {
  const { conversationId, locale } = asked;
  const say = (key: string) => translate(locale, `assistant:${key}`);
  const authorName = say("name");
  if (turn.outcome === "handed_over") {
    await handOverConversation(ctx, { conversationId, reason: reasonIn(locale, turn.reason) });
    await replyToConversation(ctx, {
      conversationId,
      body: say("handedOver"),
      channel: "chat",
      automatic: true,
      answers: false,
      authorName,
    });
    return;
  }
  await replyToConversation(ctx, {
    conversationId,
    body: turn.outcome === "answered" ? `${turn.text}\n\n${say("helped")}` : turn.text,
    channel: "chat",
    automatic: true,
    answers: turn.outcome !== "greeted",
    sources: turn.evidence.map(({ label, href }) => ({ label, href })),
    articleSlugs: turn.outcome === "answered" && turn.articleSlug ? [turn.articleSlug] : [],
    authorName,
  });
  if (turn.outcome === "thanked") await resolveConversation(ctx, { conversationId });
}

async function settle(tx: Tx, ctx: Context, messageId: string, how: "confirmed_at" | "refuted_at" | null): Promise<void> {
  if (how)
    await tx
      .updateTable("assistant_turns")
      .set({ [how]: ctx.now })
      .where("message_id", "=", messageId)
      .execute();
}
