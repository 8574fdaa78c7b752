import { append } from "#events/append.ts";
import type { Context } from "#platform/context.ts";
import { newId } from "#platform/ids.ts";
import { write } from "#platform/write.ts";

export interface Review {
  site: string;
  externalId: string;
  rating: number;
  text: string;
  author: string;
  url?: string | undefined;
  customerId?: string | undefined;
  publishedAt: Date;
}

/** Notes what someone published about us. Known by its site and the id it has there, so it comes in once. */
export const noteReview = (ctx: Context, input: Review) =>
  write(ctx, async (tx) => {
    const known = await tx
      .selectFrom("reviews")
      .select("id")
      .where("site", "=", input.site)
      .where("external_id", "=", input.externalId)
      .executeTakeFirst();
    if (known) return known;
    const id = newId();
    await tx
      .insertInto("reviews")
      .values({
        id,
        site: input.site,
        external_id: input.externalId,
        rating: input.rating,
        text: input.text,
        author: input.author,
        url: input.url ?? null,
        customer_id: input.customerId ?? null,
        published_at: input.publishedAt,
      })
      .execute();
    await append(tx, ctx, "review.published", {
      subjectId: id,
      customerId: input.customerId,
      channel: "web",
      occurredAt: input.publishedAt,
      data: { site: input.site, rating: input.rating, text: input.text, author: input.author },
    });
    return { id };
  });
