import { append } from "#events/append.ts";
import type { Context } from "#platform/context.ts";
import { json } from "#platform/database.ts";
import { found } from "#platform/errors.ts";
import { write } from "#platform/write.ts";
import { type ArticleContent, sameContent } from "./article-content.ts";

/** Lets readers see the draft, in both languages at once, as a new version. Publishing what is already published changes nothing. */
export const publishArticle = (ctx: Context, input: { articleId: string }) =>
  write(ctx, async (tx) => {
    const article = found(
      await tx.selectFrom("articles").selectAll().where("id", "=", input.articleId).forUpdate().executeTakeFirst(),
      "article",
      input.articleId,
    );
    if (article.status === "published" && sameContent(article.draft, article.published))
      return { id: article.id, version: article.version };
    const version = article.version + 1;
    const content = article.draft as unknown as ArticleContent;
    await tx
      .insertInto("article_versions")
      .values({ article_id: article.id, version, content: json(content), published_at: ctx.now, published_by: ctx.actor.id })
      .execute();
    await tx
      .updateTable("articles")
      .set({ status: "published", version, published: json(content), published_at: ctx.now, updated_at: ctx.now })
      .where("id", "=", article.id)
      .execute();
    for (const locale of ["en", "fr"] as const)
      await append(tx, ctx, "article.published", { subjectId: article.id, data: { title: content[locale].title, locale } });
    return { id: article.id, version };
  });

/** Takes an article away from readers; its versions stay. */
export const withdrawArticle = (ctx: Context, input: { articleId: string }) =>
  write(ctx, async (tx) => {
    const gone = await tx
      .updateTable("articles")
      .set({ status: "withdrawn", updated_at: ctx.now })
      .where("id", "=", input.articleId)
      .where("status", "<>", "draft")
      .returning("id")
      .executeTakeFirst();
    return { id: found(gone, "article", input.articleId).id };
  });
