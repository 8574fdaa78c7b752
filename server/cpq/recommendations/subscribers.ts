import { sql } from "kysely";
import type { Subscriber } from "#events/reactions.ts";

export const recommendationsSubscribers: readonly Subscriber[] = [
  {
    name: "recommendations/count-order",
    to: ["order.placed"],
    async react(ctx, event) {
      const skus = [...new Set((event.data.items as { sku: string }[]).map((item) => item.sku))].sort();
      await sql`insert into offering_counts (sku, orders) select s, 1 from unnest(${skus}::text[]) s on conflict (sku) do update set orders = offering_counts.orders + 1`.execute(
        ctx.tx!,
      );
      await sql`insert into recommendation_orders (orders) values (1) on conflict (counted) do update set orders = recommendation_orders.orders + 1`.execute(
        ctx.tx!,
      );
      await sql`
        insert into offering_pairs (sku, with_sku, together) select a, b, 1 from unnest(${skus}::text[]) a, unnest(${skus}::text[]) b where a <> b
        on conflict (sku, with_sku) do update set together = offering_pairs.together + 1`.execute(ctx.tx!);
    },
  },
];
