import { sql } from "kysely";
import { type Context, reader } from "#platform/context.ts";
import { decodeCursor, page } from "#platform/page.ts";

export async function listReviews(
  ctx: Context,
  input: { cursor?: string | undefined; limit: number; site?: string | undefined; maxRating?: number | undefined },
) {
  let query = reader(ctx)
    .selectFrom("reviews")
    .selectAll()
    .orderBy("published_at", "desc")
    .orderBy("id", "desc")
    .limit(input.limit + 1);
  if (input.site) query = query.where("site", "=", input.site);
  if (input.maxRating !== undefined) query = query.where("rating", "<=", input.maxRating);
  if (input.cursor) {
    const [at, id] = decodeCursor(input.cursor, 2);
    query = query.where(sql<boolean>`(published_at, id) < (${at}::timestamptz, ${id}::uuid)`);
  }
  const cut = page(await query.execute(), input.limit, (row) => [row.published_at, row.id]);
  return {
    rows: cut.rows.map((row) => ({
      id: row.id,
      site: row.site,
      rating: row.rating,
      text: row.text,
      author: row.author,
      url: row.url,
      customerId: row.customer_id,
      publishedAt: row.published_at,
    })),
    nextCursor: cut.nextCursor,
  };
}

export async function summariseReviews(ctx: Context) {
  const { rows } = await sql<{
    site: string;
    reviews: number;
    mean: number;
  }>`select site, count(*)::int as reviews, round(avg(rating)::numeric, 2)::float8 as mean from reviews group by site order by site`.execute(
    reader(ctx),
  );
  return { rows };
}
