import type { Locale } from "#platform/context.ts";
import type { Tx } from "#platform/database.ts";
import type { ArticleContent } from "./article-content.ts";

/** Where readers find an article. */
export const articleAddress = (slug: string): string => `/portal/help/${slug}`;

/** Counts published articles as used in an answer; returns how the reader is led to each. Unknown ones are left out. */
export async function useArticles(tx: Tx, slugs: readonly string[], locale: Locale): Promise<{ label: string; href: string }[]> {
  if (slugs.length === 0) return [];
  const rows = await tx
    .updateTable("articles")
    .set((eb) => ({ used_count: eb("used_count", "+", 1) }))
    .where("slug", "in", [...new Set(slugs)])
    .where("status", "=", "published")
    .returning(["slug", "published"])
    .execute();
  return rows.map(({ slug, published }) => ({
    label: (published as unknown as ArticleContent)[locale].title,
    href: articleAddress(slug),
  }));
}
