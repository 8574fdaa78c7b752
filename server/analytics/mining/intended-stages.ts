import type { Database } from "#platform/database.ts";
import type { IntendedJourney } from "./engine/conformance/intended.ts";

/** How one stage of a journey is meant to be lived. `maxWaitHours`: from the last event of the stage before. */
export interface StageIntention {
  stage: string;
  optional: boolean;
  repeatable: boolean;
  maxWaitHours: number | null;
}

/** Until the organisation says otherwise: customers use, pay and come back again and again; not everyone renews or recommends. */
const repeated = new Set(["discover", "enquire", "use", "pay", "stay", "recommend"]);
const freely = new Set(["stay", "recommend"]);

/** The stages of a journey in their order, as they are meant to be lived. */
export async function intendedStages(db: Database, journeyId: string): Promise<StageIntention[]> {
  const stages = await db
    .selectFrom("journey_stages")
    .select("key")
    .where("journey_id", "=", journeyId)
    .orderBy("position")
    .execute();
  const rows = await db.selectFrom("journey_intentions").selectAll().where("journey_id", "=", journeyId).execute();
  const set = new Map(rows.map((row) => [row.stage, row]));
  return stages.map(({ key }) => {
    const own = set.get(key);
    return own
      ? { stage: key, optional: own.optional, repeatable: own.repeatable, maxWaitHours: own.max_wait_hours }
      : { stage: key, optional: freely.has(key), repeatable: repeated.has(key), maxWaitHours: null };
  });
}

/** The same for the engine. Customers are always under way; stages that are no longer drawn are passed over. */
export const journeyOf = (stages: readonly StageIntention[]): IntendedJourney => ({
  cases: "under_way",
  others: "ignored",
  stages: stages.map(({ stage, optional, repeatable, maxWaitHours }, rank) => ({
    name: stage,
    rank,
    activities: [stage],
    branches: [],
    optional,
    repeatable,
    maxWaitMs: maxWaitHours === null ? undefined : maxWaitHours * 3_600_000,
  })),
});
