import { sql } from "kysely";
import { type Context, reader } from "#platform/context.ts";
import { decodeCursor, page } from "#platform/page.ts";
import { inScope } from "#record/customers/visible.ts";
import type { CaseKind } from "./cases.ts";
import { findJourney } from "./find-journey.ts";
import type { Bilingual } from "./journey.ts";

export async function listJourneys(ctx: Context) {
  const rows = await reader(ctx).selectFrom("journeys").selectAll().orderBy("created_at").limit(100).execute();
  return { rows: rows.map((row) => ({ id: row.id, slug: row.slug, name: row.name as Bilingual })) };
}

export async function showJourney(ctx: Context, input: { slug: string }) {
  const db = reader(ctx);
  const journey = await findJourney(db, input.slug);
  const of = <T extends "journey_stages" | "journey_personas" | "journey_pain_points">(table: T) =>
    db
      .selectFrom(table as "journey_stages")
      .selectAll()
      .where("journey_id", "=", journey.id);
  const stages = await of("journey_stages").orderBy("position").execute();
  const personas = await db
    .selectFrom("journey_personas")
    .selectAll()
    .where("journey_id", "=", journey.id)
    .orderBy("position")
    .execute();
  const points = await db.selectFrom("journey_pain_points").selectAll().where("journey_id", "=", journey.id).execute();
  const segments = await db
    .selectFrom("journey_touchpoint_days")
    .select("segment")
    .distinct()
    .where("segment", "<>", "")
    .orderBy("segment")
    .limit(50)
    .execute();
  return {
    id: journey.id,
    slug: journey.slug,
    name: journey.name as Bilingual,
    stages: stages.map((row) => ({ key: row.key, name: row.name as Bilingual, expects: row.expects as Bilingual })),
    personas: personas.map(({ id, name, segment, goals }) => ({ id, name, segment, goals })),
    painPoints: points.map(({ id, stage, key, name, automatic }) => ({ id, stage, key, name: name as Bilingual, automatic })),
    segments: segments.map((row) => row.segment),
  };
}

/** Who stands in a stage now, of those the reader may see: their last step was there. */
export async function listStanding(
  ctx: Context,
  input: { slug: string; stage: string; cursor?: string | undefined; limit: number; segment?: string | undefined },
) {
  const db = reader(ctx);
  await findJourney(db, input.slug);
  let query = db
    .selectFrom("journey_positions")
    .selectAll()
    .where("stage", "=", input.stage)
    .where(
      sql<boolean>`(kind <> 'customer' or exists (select 1 from customer_list where customer_list.id = case_id and ${inScope(ctx, "customer_list")}))`,
    )
    .where(
      sql<boolean>`(kind <> 'contact' or exists (select 1 from contact_list where contact_list.id = case_id and ${inScope(ctx, "contact_list")}))`,
    )
    .orderBy("entered_at", "desc")
    .orderBy("case_id", "desc")
    .limit(input.limit + 1);
  if (input.segment) query = query.where("segment", "=", input.segment);
  if (input.cursor) {
    const [at, id] = decodeCursor(input.cursor, 2);
    query = query.where(sql<boolean>`(entered_at, case_id) < (${at}::timestamptz, ${id}::uuid)`);
  }
  const cut = page(await query.execute(), input.limit, (row) => [row.entered_at, row.case_id]);
  return {
    rows: cut.rows.map((row) => ({
      caseId: row.case_id!,
      kind: row.kind as CaseKind,
      name: row.name,
      customerId: row.customer_id,
      contactId: row.contact_id,
      segment: row.segment,
      since: row.entered_at!,
    })),
    nextCursor: cut.nextCursor,
  };
}
