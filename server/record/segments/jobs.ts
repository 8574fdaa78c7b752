import type { Context } from "#platform/context.ts";
import { write } from "#platform/write.ts";
import { inOrder } from "./definition.ts";
import { recompute } from "./membership.ts";

const everyMs = 15 * 60_000;

/** Segments that count days back change without anything happening: they are worked out anew every quarter of an hour. */
export async function ageSegments(ctx: Context): Promise<void> {
  const due = await ctx.app.db
    .selectFrom("segments")
    .select(["id", "definition"])
    .where("ages", "=", true)
    .where("archived_at", "is", null)
    .where((eb) => eb.or([eb("computed_at", "is", null), eb("computed_at", "<", new Date(ctx.now.getTime() - everyMs))]))
    .execute();
  for (const segment of inOrder(due)) await write(ctx, (tx) => recompute(tx, segment, ctx.now));
}
