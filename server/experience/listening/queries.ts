import { sql } from "kysely";
import { type Context, reader } from "#platform/context.ts";
import { decodeCursor, page } from "#platform/page.ts";

export async function listReviews(
  ctx: Context,
  input: { cursor?: string | undefined; limit: number; site?: string | undefined; maxRating?: number | undefined },
) {
  let query = reader(ctx)
    .selectFrom("reviews")
    .leftJoin("customers", "customers.id", "reviews.customer_id")
    .selectAll("reviews")
    .select("customers.name as customer_name")
    .orderBy("reviews.published_at", "desc")
    .orderBy("reviews.id", "desc")
    .limit(input.limit + 1);
  if (input.site) query = query.where("site", "=", input.site);
  if (input.maxRating !== undefined) query = query.where("rating", "<=", input.maxRating);
  if (input.cursor) {
    const [at, id] = decodeCursor(input.cursor, 2);
    query = query.where(sql<boolean>`(reviews.published_at, reviews.id) < (${at}::timestamptz, ${id}::uuid)`);
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
      customerName: row.customer_name,
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
  const months = await sql<{
    month: string;
    reviews: number;
    mean: number;
  }>`select to_char(published_at at time zone 'UTC', 'YYYY-MM') as month, count(*)::int as reviews, round(avg(rating)::numeric, 2)::float8 as mean
    from reviews where published_at >= ${ctx.now}::timestamptz - interval '24 months' group by 1 order by 1`.execute(reader(ctx));
  return { rows, months: months.rows };
}
