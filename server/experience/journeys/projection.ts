import { sql } from "kysely";
import type { RecordedEvent } from "#events/envelope.ts";
import type { Projection } from "#events/project.ts";
import { json, type Tx } from "#platform/database.ts";
import { placeCases } from "./cases.ts";
import { emotionOf, isStep, isStream, painsOf, stageOf } from "./journey.ts";

/** Folds the events into what the map shows: who stands where, which touchpoints were used how often, how it felt, where it hurt. */
export const journeyMap: Projection = {
  name: "journeys/map",
  async apply(tx, events) {
    const segments = await segmentsOf(tx, events);
    const segmentOf = (event: RecordedEvent) => segments.get(event.customerId ?? "") ?? "";
    const cases = await placeCases(tx, events);
    await countTouchpoints(tx, events, segmentOf);
    await keepScores(tx, events, segmentOf);
    await keepPains(tx, events, segmentOf, cases);
    await moveCases(tx, events, segmentOf, cases);
  },
  async reset(tx) {
    for (const table of ["cases", "touches", "visits", "touchpoint_days", "scores", "pains"])
      await sql`truncate ${sql.table(`journey_${table}`)}`.execute(tx);
  },
};

type SegmentOf = (event: RecordedEvent) => string;

async function segmentsOf(tx: Tx, events: readonly RecordedEvent[]): Promise<Map<string, string>> {
  const ids = [...new Set(events.flatMap((event) => event.customerId ?? []))];
  if (ids.length === 0) return new Map();
  const rows = await tx
    .selectFrom("customers")
    .select(["id", "segment"])
    .where("id", "in", ids)
    .where("segment", "is not", null)
    .execute();
  return new Map(rows.map((row) => [row.id, row.segment!]));
}

async function countTouchpoints(tx: Tx, events: readonly RecordedEvent[], segmentOf: SegmentOf): Promise<void> {
  const counts = new Map<string, number>();
  for (const event of events) {
    if (!event.stage) continue;
    const day = event.occurredAt.toISOString().slice(0, 10);
    const key = json([event.stage, event.type, event.channel ?? "", segmentOf(event), day]);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const rows = [...counts].map(([key, count]) => {
    const [stage, type, channel, segment, day] = JSON.parse(key) as string[];
    return { stage, type, channel, segment, day, count };
  });
  if (rows.length === 0) return;
  await sql`insert into journey_touchpoint_days as d (stage, type, channel, segment, day, count)
    select * from jsonb_to_recordset(${json(rows)}::jsonb) as r(stage text, type text, channel text, segment text, day date, count bigint)
    on conflict (stage, type, channel, segment, day) do update set count = d.count + excluded.count`.execute(tx);
}

async function keepScores(tx: Tx, events: readonly RecordedEvent[], segmentOf: SegmentOf): Promise<void> {
  const rows = events.flatMap((event) => {
    if (event.type !== "survey.answered") return [];
    const emotion = emotionOf(String(event.data.kind), Number(event.data.score));
    if (emotion === null) return [];
    return {
      event_id: event.id,
      stage: stageOf(event) ?? "use",
      kind: String(event.data.kind),
      emotion,
      segment: segmentOf(event),
      occurred_at: event.occurredAt,
    };
  });
  if (rows.length > 0) await tx.insertInto("journey_scores").values(rows).execute();
}

async function keepPains(tx: Tx, events: readonly RecordedEvent[], segmentOf: SegmentOf, cases: Map<string, string>) {
  const rows = events.flatMap((event) =>
    painsOf(event).map(({ pain, stage }) => ({
      event_id: event.id,
      pain,
      stage,
      case_id: cases.get(event.id) ?? null,
      segment: segmentOf(event),
      occurred_at: event.occurredAt,
    })),
  );
  if (rows.length > 0) await tx.insertInto("journey_pains").values(rows).execute();
}

/** Adds the steps, then draws the visits of every case they touch anew: a late fact falls into its place. */
async function moveCases(tx: Tx, events: readonly RecordedEvent[], segmentOf: SegmentOf, cases: Map<string, string>) {
  const daily = new Set<string>();
  const touched = new Set(events.flatMap((event) => cases.get(event.id) ?? []));
  const rows = events.flatMap((event) => {
    const caseId = cases.get(event.id);
    const stage = stageOf(event);
    if (!caseId || !stage || !isStep(event)) return [];
    if (isStream(event.type)) {
      const once = `${caseId}:${event.type}:${event.occurredAt.toISOString().slice(0, 10)}`;
      if (daily.has(once)) return [];
      daily.add(once);
    }
    return {
      event_id: event.id,
      case_id: caseId,
      stage,
      type: event.type,
      segment: segmentOf(event),
      position: event.position,
      occurred_at: event.occurredAt,
    };
  });
  if (rows.length > 0)
    await tx
      .insertInto("journey_touches")
      .values(rows)
      .onConflict((conflict) => conflict.column("event_id").doNothing())
      .execute();
  if (touched.size === 0) return;
  const affected = [...touched];
  await sql`delete from journey_visits where case_id = any(${affected}::uuid[])`.execute(tx);
  await sql`
    insert into journey_visits (case_id, stage, entered_at, left_at)
    select case_id, stage, entered_at, left_at from (
      select case_id, stage, min(occurred_at) as entered_at, lead(min(occurred_at)) over (partition by case_id order by visit) as left_at
      from (
        select *, count(*) filter (where is_new) over (partition by case_id order by occurred_at, position) as visit
        from (
          select *, stage is distinct from lag(stage) over (partition by case_id order by occurred_at, position) as is_new
          from journey_touches where case_id = any(${affected}::uuid[])
        ) t
      ) t group by case_id, stage, visit
    ) v where left_at is null or left_at > entered_at`.execute(tx);
}
