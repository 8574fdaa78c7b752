import { sql } from "kysely";
import { type Context, type Locale, reader } from "#platform/context.ts";
import { json } from "#platform/database.ts";
import { found } from "#platform/errors.ts";
import { decodeCursor, page } from "#platform/page.ts";
import { write } from "#platform/write.ts";
import { effort } from "#experience/kpis/engine/mean.ts";
import { countNps, netPromoterScore } from "#experience/kpis/engine/nps.ts";
import { satisfaction } from "#experience/kpis/engine/proportion.ts";
import type { moments } from "./schedule-survey.ts";
import { everyScore, type SurveyKind } from "./survey.ts";

type Bilingual = Record<Locale, string>;

/** The figure of a kind of survey with its 95 % interval: NPS, share of 4 and 5, mean effort. Null without answers. */
export function scoreOf(kind: SurveyKind, scores: readonly number[]): { value: number; low: number; high: number } | null {
  if (kind === "nps") {
    const found = netPromoterScore(countNps(scores));
    return found && { value: found.score, low: found.low, high: found.high };
  }
  if (kind === "csat") {
    const found = satisfaction(scores);
    return found && { value: found.share, low: found.low, high: found.high };
  }
  const found = effort(scores);
  return found && { value: found.mean, low: found.low, high: found.high };
}

/** Each survey with what came of it in the period: asked, spared, answered, score with its interval, spread of answers, month by month. */
export async function listSurveys(ctx: Context, input: { from?: Date | undefined; to?: Date | undefined }) {
  const db = reader(ctx);
  const to = input.to ?? new Date(ctx.now.getTime() + 1);
  const from = input.from ?? new Date(to.getTime() - 365 * 86_400_000);
  const surveys = await db.selectFrom("surveys").selectAll().orderBy("created_at").orderBy("key").limit(100).execute();
  const policy = await db.selectFrom("survey_policy").selectAll().executeTakeFirstOrThrow();
  const { rows: asked } = await sql<{ survey_id: string; sent: number; skipped: number; scheduled: number }>`
    select survey_id, count(*) filter (where sent_at is not null)::int as sent, count(*) filter (where status = 'skipped')::int as skipped,
      count(*) filter (where status = 'scheduled')::int as scheduled
    from survey_invitations where due_at >= ${from} and due_at < ${to} group by survey_id`.execute(db);
  const { rows: answers } = await sql<{ survey_id: string; score: number; month: string; n: number }>`
    select survey_id, score, to_char(answered_at, 'YYYY-MM') as month, count(*)::int as n from survey_answers
    where answered_at >= ${from} and answered_at < ${to} group by 1, 2, 3 order by 3`.execute(db);
  const spread = (rows: typeof answers) => rows.flatMap((row) => Array.from({ length: row.n }, () => row.score));
  return {
    policy: {
      minGapDays: policy.min_gap_days,
      maxAsked: policy.max_asked,
      windowDays: policy.window_days,
      expiresDays: policy.expires_days,
    },
    rows: surveys.map((survey) => {
      const mine = answers.filter((row) => row.survey_id === survey.id);
      const kind = survey.kind as SurveyKind;
      const scores = spread(mine);
      const counts = asked.find((row) => row.survey_id === survey.id);
      return {
        id: survey.id,
        key: survey.key,
        kind,
        name: survey.name as Bilingual,
        question: survey.question as Bilingual,
        triggerEvent: survey.trigger_event as (typeof moments)[number],
        delayHours: survey.delay_hours,
        journeyStage: survey.journey_stage,
        active: survey.active,
        sent: counts?.sent ?? 0,
        skipped: counts?.skipped ?? 0,
        scheduled: counts?.scheduled ?? 0,
        answered: scores.length,
        score: scoreOf(kind, scores),
        spread: everyScore(kind).map((score) => ({ score, n: scores.filter((each) => each === score).length })),
        months: [...new Set(mine.map((row) => row.month))].map((month) => {
          const within = spread(mine.filter((row) => row.month === month));
          return { month, n: within.length, ...scoreOf(kind, within)! };
        }),
      };
    }),
  };
}

export async function listAnswers(
  ctx: Context,
  input: {
    cursor?: string | undefined;
    limit: number;
    surveyId?: string | undefined;
    customerId?: string | undefined;
    commented?: boolean | undefined;
  },
) {
  let query = reader(ctx)
    .selectFrom("survey_answer_list")
    .selectAll()
    .orderBy("answered_at", "desc")
    .orderBy("invitation_id", "desc")
    .limit(input.limit + 1);
  if (input.surveyId) query = query.where("survey_id", "=", input.surveyId);
  if (input.customerId) query = query.where("customer_id", "=", input.customerId);
  if (input.commented) query = query.where("comment", "is not", null);
  if (input.cursor) {
    const [at, id] = decodeCursor(input.cursor, 2);
    query = query.where(sql<boolean>`(answered_at, invitation_id) < (${at}::timestamptz, ${id}::uuid)`);
  }
  const cut = page(await query.execute(), input.limit, (row) => [row.answered_at, row.invitation_id]);
  return {
    rows: cut.rows.map((row) => ({
      id: row.invitation_id!,
      surveyKey: row.survey_key!,
      kind: row.kind as SurveyKind,
      score: row.score!,
      comment: row.comment,
      about: row.about!,
      customerId: row.customer_id,
      customerName: row.customer_name,
      contactName: row.contact_name,
      answeredAt: row.answered_at!,
    })),
    nextCursor: cut.nextCursor,
  };
}

interface Change {
  surveyId: string;
  name?: Bilingual | undefined;
  question?: Bilingual | undefined;
  triggerEvent?: string | undefined;
  delayHours?: number | undefined;
  active?: boolean | undefined;
}

export const changeSurvey = (ctx: Context, input: Change) =>
  write(ctx, async (tx) => {
    const row = await tx
      .updateTable("surveys")
      .set({
        ...(input.name && { name: json(input.name) }),
        ...(input.question && { question: json(input.question) }),
        ...(input.triggerEvent && { trigger_event: input.triggerEvent }),
        ...(input.delayHours !== undefined && { delay_hours: input.delayHours }),
        ...(input.active !== undefined && { active: input.active }),
        id: input.surveyId,
      })
      .where("id", "=", input.surveyId)
      .returning("id")
      .executeTakeFirst();
    return found(row, "survey", input.surveyId);
  });

export const changePolicy = (
  ctx: Context,
  input: { minGapDays: number; maxAsked: number; windowDays: number; expiresDays: number },
) =>
  write(ctx, async (tx) => {
    await tx
      .updateTable("survey_policy")
      .set({
        min_gap_days: input.minGapDays,
        max_asked: input.maxAsked,
        window_days: input.windowDays,
        expires_days: input.expiresDays,
      })
      .execute();
    return input;
  });
