import { excerptOf } from "#front-office/knowledge/article-content.ts";
import { findArticles } from "#front-office/knowledge/find-articles.ts";
import { articleAddress } from "#front-office/knowledge/use-articles.ts";
import type { Context, Locale } from "#platform/context.ts";
import type { Answer } from "./answer-from-record.ts";

/** An article answers when at least this part of the question's words is in it, its title counting double. */
const articleMatch = 0.45;

/** The beginning of the article that answers a question best, and how well it fits (0 to 1); no answer below the bar. */
export async function answerFromArticles(
  ctx: Context,
  question: string,
  locale: Locale,
  atLeast = articleMatch,
): Promise<{ answer: (Answer & { articleSlug: string; excerpt: string }) | undefined; score: number }> {
  const [article] = await findArticles(ctx, question, locale, 1);
  const score = article?.match ?? 0;
  if (!article || score < atLeast) return { answer: undefined, score };
  const excerpt = excerptOf(article.body, 420);
  return {
    answer: {
      text: `${article.title}\n\n${excerpt}`,
      excerpt,
      evidence: [{ label: article.title, href: articleAddress(article.slug) }],
      articleSlug: article.slug,
    },
    score,
  };
}
