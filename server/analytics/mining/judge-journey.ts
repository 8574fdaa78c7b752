import { sql } from "kysely";
import { type Context, reader } from "#platform/context.ts";
import { findJourney } from "#experience/journeys/find-journey.ts";
import { inScope } from "#record/customers/visible.ts";
import { conform } from "./engine/conformance/conform.ts";
import type { Trace } from "./engine/types.ts";
import { intendedStages, journeyOf } from "./intended-stages.ts";

const defaultDays = 90;
const maxVisits = 200_000;
const shownCases = 20;
/** Looked through for those the reader may see. */
const keptCases = 200;

/** How the customers who moved in a period keep to the journey that is meant for them, whole lives counted up to the end of the period. */
export async function judgeJourney(ctx: Context, input: { slug: string; from?: Date | undefined; to?: Date | undefined }) {
  const db = reader(ctx);
  const journey = await findJourney(db, input.slug);
  const to = input.to ?? new Date(ctx.now.getTime() + 1);
  const from = input.from ?? new Date(to.getTime() - defaultDays * 86_400_000);
  const stages = await intendedStages(db, journey.id);
  const { rows } = await sql<{ case_id: string; stage: string; entered_at: Date }>`
    select case_id, stage, entered_at from journey_visits
    where entered_at < ${to} and case_id in (select case_id from journey_visits where entered_at >= ${from} and entered_at < ${to})
    order by case_id, entered_at limit ${maxVisits + 1}`.execute(db);
  const truncated = rows.length > maxVisits;
  const traces: Trace[] = [];
  for (const { case_id: id, stage, entered_at: at } of rows) {
    if (traces.at(-1)?.case !== id) traces.push({ case: id, activities: [], times: [] });
    traces.at(-1)!.activities.push(stage);
    traces.at(-1)!.times.push(at.getTime());
  }
  // The last case may have been cut in two.
  if (truncated) traces.pop();
  const { examples, unknown: _unknown, ...found } = conform(traces, journeyOf(stages), { examples: keptCases });
  const names = await visibleCases(
    ctx,
    examples.map((each) => each.case),
  );
  const seen = examples.filter((each) => names.has(each.case)).slice(0, shownCases);
  return {
    ...found,
    from,
    to,
    truncated,
    stages,
    examplesOutside: examples.length - examples.filter((each) => names.has(each.case)).length,
    examples: seen.map(({ case: caseId, hours, deviations, tooLong }) => ({
      caseId,
      name: names.get(caseId) ?? null,
      hours,
      deviations: deviations.map(({ class: kind, stage, event, beside }) => ({ class: kind, stage, visit: event, beside })),
      tooLong,
    })),
  };
}

/** The cases the reader may see, with the name of each that has one; the figures count everyone. */
async function visibleCases(ctx: Context, ids: readonly string[]): Promise<Map<string, string | null>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: string; name: string | null }>`
    select asked.id, coalesce(customer_list.name, nullif(trim(contact_list.first_name || ' ' || contact_list.last_name), '')) as name
    from unnest(${ids}::uuid[]) asked(id) left join journey_cases k on k.id = asked.id
      left join customer_list on customer_list.id = asked.id left join contact_list on contact_list.id = asked.id
    where (k.kind is distinct from 'customer' or (customer_list.id is not null and ${inScope(ctx, "customer_list")}))
      and (k.kind is distinct from 'contact' or (contact_list.id is not null and ${inScope(ctx, "contact_list")}))`.execute(
    reader(ctx),
  );
  return new Map(rows.map((row) => [row.id, row.name]));
}
