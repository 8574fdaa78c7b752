import type { Context } from "#platform/context.ts";
import { publishArticle } from "./publish-article.ts";
import { seedArticles } from "./seed-articles.ts";
import { createArticle } from "./write-article.ts";

/** The help pages of the demo's operator. */
export async function seedKnowledge(ctx: Context): Promise<void> {
  for (const { slug, category, keywords, en, fr } of seedArticles) {
    const { id } = await createArticle(ctx, { slug, category, keywords, content: { en, fr } });
    await publishArticle(ctx, { articleId: id });
  }
}
