import { sql } from "kysely";
import type { Locale } from "#platform/context.ts";
import type { Context } from "#platform/context.ts";
import { reader } from "#platform/context.ts";
import { found } from "#platform/errors.ts";
import { type ArticleContent, excerptOf } from "./article-content.ts";
import { questionWords } from "./question-words.ts";

export interface FoundArticle {
  id: string;
  slug: string;
  category: string;
  title: string;
  body: string;
  /** The part of the question's words that the article holds, words of its title counting double; 0 to 1. */
  match: number;
}

/** Published articles that answer a question put in people's own words, best first. */
export async function findArticles(ctx: Context, question: string, locale: Locale, limit: number): Promise<FoundArticle[]> {
  const words = questionWords(question);
  if (words.length === 0) return [];
  const search = sql.ref(locale === "fr" ? "search_fr" : "search_en");
  const hits = sql.join(
    words.map(
      (word) =>
        sql`(case when ${search} @@ to_tsquery('simple', ${`'${word}':*A`}) then 2 when ${search} @@ to_tsquery('simple', ${`'${word}':*`}) then 1 else 0 end)`,
    ),
    sql` + `,
  );
  const any = words.map((word) => `'${word}':*`).join(" | ");
  const { rows } = await sql<{ id: string; slug: string; category: string; published: ArticleContent; hits: number }>`
    select id, slug, category, published, (${hits}) as hits from articles
    where status = 'published' and ${search} @@ to_tsquery('simple', ${any})
    order by (${hits}) desc, ts_rank(${search}, to_tsquery('simple', ${any})) desc, slug limit ${limit}`.execute(reader(ctx));
  return rows.map((row) => ({
    id: row.id,
    slug: row.slug,
    category: row.category,
    ...row.published[locale],
    match: row.hits / (2 * words.length),
  }));
}

/** For the help pages: what answers the question, or everything by category when nothing was asked. */
export async function findForReaders(ctx: Context, input: { q: string; locale: Locale; limit: number }) {
  const rows = input.q ? await findArticles(ctx, input.q, input.locale, input.limit) : await allArticles(ctx, input);
  return {
    rows: rows.map(({ slug, category, title, body }) => ({ slug, category, title, excerpt: excerptOf(body) })),
  };
}

async function allArticles(ctx: Context, { locale, limit }: { locale: Locale; limit: number }) {
  const rows = await reader(ctx)
    .selectFrom("articles")
    .select(["slug", "category", "published"])
    .where("status", "=", "published")
    .orderBy("category")
    .orderBy("used_count", "desc")
    .orderBy("slug")
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    slug: row.slug,
    category: row.category,
    ...(row.published as unknown as ArticleContent)[locale],
  }));
}

export async function readArticle(ctx: Context, input: { slug: string; locale: Locale }) {
  const row = found(
    await reader(ctx)
      .selectFrom("articles")
      .selectAll()
      .where("slug", "=", input.slug)
      .where("status", "=", "published")
      .executeTakeFirst(),
    "article",
    input.slug,
  );
  return {
    slug: row.slug,
    category: row.category,
    ...(row.published as unknown as ArticleContent)[input.locale],
    publishedAt: row.published_at!,
  };
}
