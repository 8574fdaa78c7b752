import { showConversation } from "#front-office/conversations/queries.ts";
import type { Context, Locale } from "#platform/context.ts";
import { translate } from "#platform/i18n/translate.ts";
import { answerFromArticles } from "./answer-from-articles.ts";
import { answerFromRecord } from "./answer-from-record.ts";
import { asksHowTo, matterIn } from "./understand.ts";

/** An agent reads it first: an article may fit less well than one the assistant sends by itself. */
const suggestedMatch = 0.3;
/** So many of the customer's last messages are looked at. */
const mostAsked = 3;

/**
 * What the assistant would answer to the customer's last words, in their language, for an agent to read, change and send.
 * Nothing is sent. None when neither the record nor an article says anything about it.
 */
export async function suggestReply(ctx: Context, input: { conversationId: string }) {
  const conversation = await showConversation(ctx, input);
  const { locale } = conversation;
  const asked = conversation.messages.filter((message) => message.direction === "inbound").map((message) => message.body);
  const told = new Set(conversation.messages.flatMap((message) => message.sources.map((source) => source.href)));
  const found = await firstAnswer(ctx, [...asked.slice(-mostAsked).reverse(), conversation.subject], conversation, told);
  if (!found) return { suggestion: null };
  const name = conversation.contactName?.split(/\s+/)[0];
  const greeting = name
    ? translate(locale, "assistant:suggestion.named", { name })
    : translate(locale, "assistant:suggestion.hello");
  return {
    suggestion: { ...found, text: `${greeting}\n\n${found.text}` },
  };
}

/** The newest words come first, the subject last; "I want a person" says nothing of the matter, the words before it do. */
async function firstAnswer(
  ctx: Context,
  asked: readonly string[],
  { locale, customerId }: { locale: Locale; customerId: string | null },
  told: ReadonlySet<string | undefined>,
) {
  for (const words of asked) {
    const matter = asksHowTo(words) ? undefined : matterIn(words);
    const fact = matter && customerId ? await answerFromRecord(ctx, matter.intent, customerId, locale) : undefined;
    if (fact) return { ...fact, intent: matter!.intent as string, score: matter!.score, articleSlug: null };
    const { answer, score } = await answerFromArticles(ctx, words, locale, suggestedMatch);
    // what the customer was led to already did not help them
    if (!answer || answer.evidence.some(({ href }) => told.has(href))) continue;
    const { excerpt, evidence, articleSlug } = answer;
    return { text: excerpt, evidence, articleSlug, intent: "how_to", score };
  }
  return undefined;
}
