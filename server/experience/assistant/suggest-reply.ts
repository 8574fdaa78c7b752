import { showConversation } from "#front-office/conversations/queries.ts";
import type { Context } from "#platform/context.ts";
import { translate } from "#platform/i18n/translate.ts";
import { answerFromArticles } from "./answer-from-articles.ts";
import { answerFromRecord } from "./answer-from-record.ts";
import { asksHowTo, matterIn } from "./understand.ts";

/**
 * What the assistant would answer to the customer's last words, in their language, for an agent to read, change and send.
 * Nothing is sent. None when neither the record nor an article says anything about it.
 */
export async function suggestReply(ctx: Context, input: { conversationId: string }) {
  const conversation = await showConversation(ctx, input);
  const asked = conversation.messages.findLast((message) => message.direction === "inbound")?.body ?? conversation.subject;
  const { locale, customerId } = conversation;
  const matter = asksHowTo(asked) ? undefined : matterIn(asked);
  const fact = matter && customerId ? await answerFromRecord(ctx, matter.intent, customerId, locale) : undefined;
  const article = fact ? undefined : await answerFromArticles(ctx, asked, locale);
  const answer = fact ?? article?.answer;
  if (!answer) return { suggestion: null };
  const name = conversation.contactName?.split(/\s+/)[0];
  const greeting = name
    ? translate(locale, "assistant:suggestion.named", { name })
    : translate(locale, "assistant:suggestion.hello");
  return {
    suggestion: {
      text: `${greeting}\n\n${answer.text}`,
      intent: fact ? matter!.intent : "how_to",
      score: fact ? matter!.score : article!.score,
      evidence: answer.evidence,
      articleSlug: article?.answer?.articleSlug ?? null,
    },
  };
}
