import { sql } from "kysely";
import { type Context, reader } from "#platform/context.ts";
import { findJourney } from "./find-journey.ts";
import type { Bilingual } from "./journey.ts";

const mostRows = 500;

/** What hurts, as noted by hand, and what is done about it: open ones first, then those that ended last. */
export async function listImprovements(ctx: Context, input: { slug: string }) {
  const db = reader(ctx);
  const journey = await findJourney(db, input.slug);
  const pains = await db
    .selectFrom("journey_pain_points")
    .selectAll()
    .where("journey_id", "=", journey.id)
    .where("automatic", "=", false)
    .orderBy(sql`closed_at desc nulls first`)
    .orderBy("noted_at", "desc")
    .limit(mostRows)
    .execute();
  const improvements = await db
    .selectFrom("journey_improvements")
    .selectAll()
    .where("journey_id", "=", journey.id)
    .orderBy(sql`closed_at desc nulls first`)
    .orderBy("created_at", "desc")
    .limit(mostRows)
    .execute();
  const owners = [...new Set(improvements.flatMap((row) => row.owner_id ?? []))];
  const staff =
    owners.length === 0 ? [] : await db.selectFrom("staff").select(["id", "name"]).where("id", "in", owners).execute();
  return {
    pains: pains.map((row) => ({
      id: row.id,
      stage: row.stage,
      name: row.name as Bilingual,
      notedAt: row.noted_at,
      closedAt: row.closed_at,
      closedByWords: row.closed_by_words,
    })),
    improvements: improvements.map((row) => ({
      id: row.id,
      stage: row.stage,
      name: row.name,
      painPointId: row.pain_point_id,
      ownerId: row.owner_id,
      ownerName: staff.find((person) => person.id === row.owner_id)?.name ?? null,
      dueOn: row.due_on,
      status: row.status as "open",
      notedAt: row.created_at,
      closedAt: row.closed_at,
    })),
  };
}
