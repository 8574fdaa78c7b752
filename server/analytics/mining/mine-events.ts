import { type Context, reader } from "#platform/context.ts";
import { mine } from "./engine/mine.ts";
import { tracesOf } from "./engine/traces.ts";

const defaultDays = 90;
const maxEvents = 200_000;
const maxEdges = 300;

/** The process the events of a period show, a customer being a case: the last 90 days unless said otherwise. */
export async function mineEvents(
  ctx: Context,
  input: { from?: Date | undefined; to?: Date | undefined; types?: string | undefined },
) {
  const to = input.to ?? ctx.now;
  const from = input.from ?? new Date(to.getTime() - defaultDays * 86_400_000);
  const wanted = (input.types ?? "")
    .split(",")
    .map((type) => type.trim())
    .filter((type) => type !== "");
  let query = reader(ctx)
    .selectFrom("events")
    .select(["customer_id", "type", "occurred_at"])
    .where("customer_id", "is not", null)
    .where("occurred_at", ">=", from)
    .where("occurred_at", "<=", to)
    .orderBy("occurred_at", "desc")
    .orderBy("position", "desc")
    .limit(maxEvents + 1);
  if (wanted.length > 0)
    query = query.where((where) =>
      where.or(
        wanted.flatMap((type) => [where("type", "=", type), where("type", "like", `${type.replace(/[%_\\]/g, "\\$&")}.%`)]),
      ),
    );
  const rows = await query.execute();
  const events = rows
    .slice(0, maxEvents)
    .reverse()
    .map((row) => ({ case: row.customer_id!, activity: row.type, time: row.occurred_at.getTime() }));
  const found = mine(tracesOf(events), { topVariants: 20 });
  return { ...found, edges: found.edges.slice(0, maxEdges), from, to, truncated: rows.length > maxEvents };
}
