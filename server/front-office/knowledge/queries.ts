import { type Selectable, sql } from "kysely";
import type { DB } from "#db/schema.ts";
import { type Context, reader } from "#platform/context.ts";
import { found } from "#platform/errors.ts";
import { decodeCursor, page } from "#platform/page.ts";
import { prefixQuery } from "#platform/search.ts";
import { type ArticleContent, sameContent } from "./article-content.ts";

type Status = "draft" | "published" | "withdrawn";

const toRow = (row: Selectable<DB["articles"]>) => {
  const draft = row.draft as unknown as ArticleContent;
  return {
    id: row.id,
    slug: row.slug,
    category: row.category,
    status: row.status as Status,
    title: { en: draft.en.title, fr: draft.fr.title },
    version: row.version,
    changed: row.published === null || !sameContent(row.draft, row.published),
    usedCount: row.used_count,
    updatedAt: row.updated_at,
  };
};

export async function listArticles(
  ctx: Context,
  input: {
    cursor?: string | undefined;
    limit: number;
    search?: string | undefined;
    status?: Status | undefined;
    category?: string | undefined;
  },
) {
  let query = reader(ctx)
    .selectFrom("articles")
    .selectAll()
    .orderBy("updated_at", "desc")
    .orderBy("id", "desc")
    .limit(input.limit + 1);
  if (input.status) query = query.where("status", "=", input.status);
  if (input.category) query = query.where("category", "=", input.category);
  if (input.search) {
    const wanted = prefixQuery(input.search);
    query = query.where(
      sql<boolean>`(search_en @@ to_tsquery('simple', ${wanted}) or search_fr @@ to_tsquery('simple', ${wanted}))`,
    );
  }
  if (input.cursor) {
    const [at, id] = decodeCursor(input.cursor, 2);
    query = query.where(sql<boolean>`(updated_at, id) < (${at}::timestamptz, ${id}::uuid)`);
  }
  const cut = page(await query.execute(), input.limit, (row) => [row.updated_at, row.id]);
  return { rows: cut.rows.map(toRow), nextCursor: cut.nextCursor };
}

export async function showArticle(ctx: Context, input: { articleId: string }) {
  const db = reader(ctx);
  const row = found(
    await db.selectFrom("articles").selectAll().where("id", "=", input.articleId).executeTakeFirst(),
    "article",
    input.articleId,
  );
  const versions = await db
    .selectFrom("article_versions")
    .selectAll()
    .where("article_id", "=", row.id)
    .orderBy("version", "desc")
    .limit(50)
    .execute();
  return {
    ...toRow(row),
    draft: row.draft as unknown as ArticleContent,
    published: row.published as unknown as ArticleContent | null,
    keywords: row.keywords as { en: string; fr: string },
    publishedAt: row.published_at,
    versions: versions.map((each) => ({
      version: each.version,
      publishedAt: each.published_at,
      content: each.content as unknown as ArticleContent,
    })),
  };
}
