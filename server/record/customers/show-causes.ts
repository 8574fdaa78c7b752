import { sql } from "kysely";
import { type Context, reader } from "#platform/context.ts";
import { found } from "#platform/errors.ts";
import { type EventRow, eventColumns, toTimelineEvent, withNames } from "./event-row.ts";
import { inEventScope } from "./visible.ts";

const maxDepth = 200;
const maxEffects = 200;

/**
 * Why an event happened and what came of it. `causes` leads back step by step to where the line began (the first click),
 * nearest first, as far back as the reader may see; `effects` are the facts on the same line that follow from it, in the order they happened, with their
 * distance. This is how a cent in the ledger is walked back to a campaign.
 */
export async function showCauses(ctx: Context, input: { eventId: string }) {
  const db = reader(ctx);
  const [back, forward] = await Promise.all([
    withNames(sql`
      with recursive chain as (
        select e.*, 0 as depth from events e where e.id = ${input.eventId}
        union all
        select e.*, c.depth + 1 from chain c join events e on e.id = c.causation_id where c.depth < ${maxDepth})
      select ${eventColumns}, e.depth from chain e where ${inEventScope(ctx)}`).execute(db),
    withNames(sql`
      with recursive tree as (
        select e.*, 0 as depth from events e where e.id = ${input.eventId}
        union all
        select e.*, c.depth + 1 from tree c join events e on e.correlation_id = c.correlation_id and e.causation_id = c.id where c.depth < ${maxDepth})
      select ${eventColumns}, e.depth from tree e where e.depth > 0 and ${inEventScope(ctx)} order by e.occurred_at, e.position limit ${maxEffects + 1}`).execute(
      db,
    ),
  ]);
  const causes = (back.rows as (EventRow & { depth: number })[]).sort((a, b) => a.depth - b.depth).map(toCause);
  const effects = (forward.rows as (EventRow & { depth: number })[])
    .sort((a, b) => a.occurred_at.getTime() - b.occurred_at.getTime() || (a.position > b.position ? 1 : -1))
    .map(toCause);
  return {
    event: found(causes[0], "event", input.eventId),
    causes: causes.slice(1),
    effects: effects.slice(0, maxEffects),
    moreEffects: effects.length > maxEffects,
  };
}

const toCause = (row: EventRow & { depth: number }) => ({
  ...toTimelineEvent(row),
  depth: row.depth,
  causationId: row.causation_id,
});
