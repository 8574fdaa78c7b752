import type { Context } from "#platform/context.ts";
import { json } from "#platform/database.ts";
import { found } from "#platform/errors.ts";
import { newId } from "#platform/ids.ts";
import { write } from "#platform/write.ts";
import type { ArticleContent } from "./article-content.ts";

type Keywords = { en: string; fr: string };

/** Begins an article: a draft readers do not see. */
export const createArticle = (
  ctx: Context,
  input: { slug: string; category: string; content: ArticleContent; keywords: Keywords },
) =>
  write(ctx, async (tx) => {
    const id = newId();
    await tx
      .insertInto("articles")
      .values({
        id,
        slug: input.slug,
        category: input.category,
        status: "draft",
        draft: json(input.content),
        keywords: json(input.keywords),
        author_id: ctx.actor.id,
        created_at: ctx.now,
        updated_at: ctx.now,
      })
      .execute();
    return { id };
  });

/** Changes the draft; readers keep the published version until the next publication. */
export const changeArticle = (
  ctx: Context,
  input: {
    articleId: string;
    category?: string | undefined;
    content?: ArticleContent | undefined;
    keywords?: Keywords | undefined;
  },
) =>
  write(ctx, async (tx) => {
    const changed = await tx
      .updateTable("articles")
      .set({
        updated_at: ctx.now,
        ...(input.category !== undefined && { category: input.category }),
        ...(input.content && { draft: json(input.content) }),
        ...(input.keywords && { keywords: json(input.keywords) }),
      })
      .where("id", "=", input.articleId)
      .returning("id")
      .executeTakeFirst();
    return { id: found(changed, "article", input.articleId).id };
  });
