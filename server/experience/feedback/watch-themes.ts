import { sql } from "kysely";
import { append } from "#events/append.ts";
import { binomialAtLeast } from "#experience/kpis/engine/proportion.ts";
import type { Context } from "#platform/context.ts";
import { write } from "#platform/write.ts";

const dayMs = 86_400_000;
const fewest = 3;

/**
 * A theme emerges when this week has more of it than the four weeks before explain: given all its mentions, a fifth would
 * fall into this week by chance (binomial test at 1 %). Said once per theme and week.
 */
export async function watchThemes(ctx: Context): Promise<void> {
  const weekAgo = new Date(ctx.now.getTime() - 7 * dayMs);
  const { rows } = await sql<{ theme: string; now: number; before: number }>`
    select theme, count(*) filter (where received_at >= ${weekAgo})::int as now, count(*) filter (where received_at < ${weekAgo})::int as before
    from feedback_items cross join unnest(themes) as theme
    where received_at >= ${new Date(ctx.now.getTime() - 35 * dayMs)} and received_at <= ${ctx.now} group by theme`.execute(
    ctx.app.db,
  );
  const monday = new Date(ctx.now.getTime() - ((ctx.now.getUTCDay() + 6) % 7) * dayMs).toISOString().slice(0, 10);
  for (const { theme, now, before } of rows) {
    if (now < fewest || binomialAtLeast(now, now + before, 0.2) >= 0.01) continue;
    await write(ctx, async (tx) => {
      const row = await tx.selectFrom("feedback_themes").select(["id", "name"]).where("key", "=", theme).executeTakeFirst();
      const fresh = await tx
        .insertInto("feedback_theme_alerts")
        .values({ theme, week: monday, count: now, before })
        .onConflict((conflict) => conflict.columns(["theme", "week"]).doNothing())
        .returning("theme")
        .executeTakeFirst();
      if (row && fresh)
        await append(tx, ctx, "theme.emerged", {
          subjectId: row.id,
          data: { theme: (row.name as { fr: string }).fr, count: now },
        });
    });
  }
}
