import { type RawBuilder, sql } from "kysely";
import { type Context, reader } from "#platform/context.ts";
import { findJourney } from "./find-journey.ts";
import { isTouchpoint, pains, stepsOf, type Bilingual } from "./journey.ts";
import { type Period, periodOf } from "./period.ts";

/** At most this many events are listed by their ids; a figure counted from more opens by kind and period. */
const listedIds = 200;

interface Lived {
  stage: string;
  customers: number;
  /** Of those who lived the stage before, how many came here afterwards. */
  came_on: number;
}
interface Touchpoint {
  stage: string;
  type: string;
  channel: string;
  count: number;
}
interface Emotion {
  stage: string;
  mean: number;
  n: number;
  sd: number | null;
  ids: string[];
}
interface Pain {
  stage: string;
  pain: string;
  count: number;
  customers: number;
  ids: string[];
}

/** The journey map: what is told per stage is counted from the events of the period, and says which ones. */
export async function drawMap(ctx: Context, input: Period & { slug: string }) {
  const db = reader(ctx);
  const journey = await findJourney(db, input.slug);
  const { from, to } = periodOf(ctx, input);
  const segment = input.segment ?? null;
  const within = (table: string): RawBuilder<boolean> =>
    sql<boolean>`${sql.ref(`${table}.occurred_at`)} >= ${from} and ${sql.ref(`${table}.occurred_at`)} < ${to} and (${segment}::text is null or ${sql.ref(`${table}.segment`)} = ${segment})`;
  const base = { from, to, ...(input.segment && { segment: input.segment }) };

  const [stages, lived, touchpoints, emotions, painCounts, times, kpis, actions, improvements, names, cursor] = await Promise.all(
    [
      db.selectFrom("journey_stages").selectAll().where("journey_id", "=", journey.id).orderBy("position").execute(),
      sql<Lived>`
      with lived as (select case_id, stage, min(occurred_at) as first, max(occurred_at) as last from journey_touches t where ${within("t")} group by case_id, stage),
        line as (select key, lag(key) over (order by position) as before from journey_stages where journey_id = ${journey.id})
      select here.stage, count(*)::int as customers, (count(*) filter (where here.last >= earlier.first))::int as came_on
      from lived here join line on line.key = here.stage left join lived earlier on earlier.case_id = here.case_id and earlier.stage = line.before
      group by here.stage`.execute(db),
      sql<Touchpoint>`select stage, type, channel, sum(count)::int as count from journey_touchpoint_days
      where day >= (${from}::timestamptz at time zone 'UTC')::date and day < (${to}::timestamptz at time zone 'UTC')::date and (${segment}::text is null or segment = ${segment})
      group by stage, type, channel order by sum(count) desc`.execute(db),
      sql<Emotion>`select stage, avg(emotion) as mean, count(*)::int as n, stddev_samp(emotion) as sd, (array_agg(event_id order by occurred_at desc))[1:${sql.lit(listedIds)}] as ids
      from journey_scores s where ${within("s")} group by stage`.execute(db),
      sql<Pain>`select stage, pain, count(*)::int as count, count(distinct case_id)::int as customers, (array_agg(event_id order by occurred_at desc))[1:${sql.lit(listedIds)}] as ids
      from journey_pains p where ${within("p")} group by stage, pain order by count(*) desc`.execute(db),
      sql<{ stage: string; median: number | null; mean: number | null; open: number }>`
      select stage, percentile_cont(0.5) within group (order by extract(epoch from left_at - entered_at) / 3600) filter (where left_at is not null and left_at >= ${from} and left_at < ${to}) as median,
        avg(extract(epoch from left_at - entered_at) / 3600) filter (where left_at is not null and left_at >= ${from} and left_at < ${to})::float8 as mean,
        count(*) filter (where left_at is null)::int as open
      from journey_visits group by stage`.execute(db),
      db.selectFrom("journey_kpis").selectAll().where("active", "=", true).execute(),
      db
        .selectFrom("action_plan_list")
        .select(["id", "name", "owner_name", "due_at", "status", "stage"])
        .where("started_at", ">=", from)
        .where("started_at", "<", to)
        .orderBy("started_at", "desc")
        .limit(200)
        .execute(),
      db
        .selectFrom("journey_improvements")
        .selectAll()
        .where("journey_id", "=", journey.id)
        .where("status", "in", ["open", "doing"])
        .execute(),
      painNames(ctx, journey.id),
      db.selectFrom("projection_cursors").select("updated_at").where("name", "=", "journeys/map").executeTakeFirst(),
    ],
  );
  const owners = await ownersOf(
    ctx,
    improvements.flatMap((row) => row.owner_id ?? []),
  );
  const livedIn = (stage: string) => lived.rows.find((row) => row.stage === stage) ?? { customers: 0, came_on: 0 };

  return {
    slug: journey.slug,
    name: journey.name as Bilingual,
    from,
    to,
    foldedAt: cursor?.updated_at ?? null,
    stages: stages.map((stage, index) => {
      const { customers, came_on: cameOn } = livedIn(stage.key);
      const before = index > 0 ? livedIn(stages[index - 1]!.key).customers : 0;
      const felt = emotions.rows.find((row) => row.stage === stage.key);
      const margin = felt && felt.n > 1 && felt.sd !== null ? (1.96 * felt.sd) / Math.sqrt(felt.n) : null;
      const time = times.rows.find((row) => row.stage === stage.key);
      return {
        key: stage.key,
        name: stage.name as Bilingual,
        expects: stage.expects as Bilingual,
        customers,
        share: before > 0 ? cameOn / before : null,
        shareOf: before,
        standingNow: time?.open ?? 0,
        medianHours: time?.median ?? null,
        meanHours: time?.mean ?? null,
        filter: { ...base, types: stepsOf(stage.key) },
        touchpoints: touchpoints.rows
          .filter((row) => row.stage === stage.key && isTouchpoint(row.type))
          .slice(0, 12)
          .map(({ type, channel, count }) => ({
            type,
            channel,
            count,
            filter: { ...base, types: [type], stage: stage.key, channel },
          })),
        emotion: {
          value: felt?.mean ?? null,
          n: felt?.n ?? 0,
          low: felt && margin !== null ? Math.max(-2, felt.mean - margin) : null,
          high: felt && margin !== null ? Math.min(2, felt.mean + margin) : null,
          filter: { ...base, types: ["survey.answered"], ...(felt && felt.n <= listedIds && { ids: felt.ids }) },
        },
        kpis: kpis
          .filter((kpi) => kpi.stage === stage.key)
          .map((kpi) => ({
            key: kpi.key!,
            name: kpi.name as Bilingual,
            unit: kpi.unit!,
            value: kpi.value,
            target: kpi.target!,
            better: kpi.better as "higher" | "lower",
            state: kpi.state as "unknown" | "met" | "missed",
            n: kpi.n!,
            windowDays: kpi.window_days!,
            last:
              kpi.value === null && kpi.last_value !== null
                ? { value: kpi.last_value, n: kpi.last_n!, day: kpi.last_day! }
                : null,
            filter: { types: kpi.types!, ...windowOf(kpi, ctx.now) },
          })),
        pains: painCounts.rows
          .filter((row) => row.stage === stage.key)
          .map((row) => ({
            key: row.pain,
            name: names.get(row.pain) ?? { en: row.pain, fr: row.pain },
            count: row.count,
            customers: row.customers,
            filter: { ...base, ids: row.ids },
          }))
          .concat(
            [...names].flatMap(([key, name]) =>
              key.startsWith(`${stage.key}:noted:`) ? [{ key, name, count: 0, customers: 0, filter: { ...base, ids: [] } }] : [],
            ),
          ),
        actions: [
          ...actions
            .filter((row) => row.stage === stage.key)
            .slice(0, 6)
            .map((row) => ({
              id: row.id!,
              kind: "action" as const,
              name: row.name!,
              ownerName: row.owner_name,
              dueOn: row.due_at ? row.due_at.toISOString().slice(0, 10) : null,
              status: row.status!,
            })),
          ...improvements
            .filter((row) => row.stage === stage.key)
            .map((row) => ({
              id: row.id,
              kind: "improvement" as const,
              name: row.name,
              ownerName: owners.get(row.owner_id ?? "") ?? null,
              dueOn: row.due_on,
              status: row.status,
            })),
        ],
      };
    }),
  };
}

/** The window the figure was last counted over; with nothing in it, the last one that held something. */
function windowOf(
  kpi: { value: number | null; window_days: number | null; evaluated_at: Date | null; last_day: string | null },
  now: Date,
): { from: Date; to: Date } {
  const lastSeen = kpi.value === null && kpi.last_day ? new Date(`${kpi.last_day}T24:00:00Z`) : null;
  const to = lastSeen ?? kpi.evaluated_at ?? now;
  return { from: new Date(to.getTime() - kpi.window_days! * 86_400_000), to };
}

async function painNames(ctx: Context, journeyId: string): Promise<Map<string, Bilingual>> {
  const db = reader(ctx);
  const themes = await db.selectFrom("journey_themes").selectAll().execute();
  const points = await db
    .selectFrom("journey_pain_points")
    .selectAll()
    .where("journey_id", "=", journeyId)
    .where("closed_at", "is", null)
    .execute();
  return new Map<string, Bilingual>([
    ...pains.map((pain) => [pain.key, pain.name] as const),
    ...themes.map((theme) => [`theme:${theme.key}`, theme.name as Bilingual] as const),
    ...points.map(
      (point) => [point.automatic ? point.key : `${point.stage}:noted:${point.key}`, point.name as Bilingual] as const,
    ),
  ]);
}

async function ownersOf(ctx: Context, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await reader(ctx).selectFrom("staff").select(["id", "name"]).where("id", "in", ids).execute();
  return new Map(rows.map((row) => [row.id, row.name]));
}
