import { sql } from "kysely";
import { type Context, reader } from "#platform/context.ts";
import { json } from "#platform/database.ts";
import { newId } from "#platform/ids.ts";
import { decodeCursor, page } from "#platform/page.ts";
import { write } from "#platform/write.ts";
import type { Sentiment } from "./engine/tone-model.ts";

interface Filter {
  cursor?: string | undefined;
  limit: number;
  sentiment?: Sentiment | undefined;
  theme?: string | undefined;
  stage?: string | undefined;
  source?: "survey" | "message" | "review" | undefined;
  loop?: "open" | "late" | "closed" | undefined;
  customerId?: string | undefined;
  ids?: string[] | undefined;
}

export async function listFeedback(ctx: Context, input: Filter) {
  let query = reader(ctx)
    .selectFrom("feedback_list")
    .selectAll()
    .orderBy("received_at", "desc")
    .orderBy("id", "desc")
    .limit(input.limit + 1);
  if (input.sentiment) query = query.where("sentiment", "=", input.sentiment);
  if (input.theme) query = query.where(sql<boolean>`themes @> array[${input.theme}]::text[]`);
  if (input.stage) query = query.where("journey_stage", "=", input.stage);
  if (input.source) query = query.where("source", "=", input.source);
  if (input.customerId) query = query.where("customer_id", "=", input.customerId);
  if (input.ids) query = query.where(sql<boolean>`id = any(${input.ids}::uuid[])`);
  if (input.loop === "closed") query = query.where("loop_closed_at", "is not", null);
  if (input.loop === "open" || input.loop === "late")
    query = query.where("loop_due_at", "is not", null).where("loop_closed_at", "is", null);
  if (input.loop === "late") query = query.where("loop_due_at", "<", ctx.now);
  if (input.cursor) {
    const [at, id] = decodeCursor(input.cursor, 2);
    query = query.where(sql<boolean>`(received_at, id) < (${at}::timestamptz, ${id}::uuid)`);
  }
  const cut = page(await query.execute(), input.limit, (row) => [row.received_at, row.id]);
  return {
    rows: cut.rows.map((row) => ({
      id: row.id!,
      source: row.source as "survey",
      text: row.text!,
      language: row.language!,
      sentiment: row.sentiment as Sentiment,
      confidence: row.confidence!,
      themes: row.themes!,
      kind: row.kind,
      score: row.score,
      journeyStage: row.journey_stage!,
      customerId: row.customer_id,
      customerName: row.customer_name,
      contactName: row.contact_name,
      isDetractor: row.is_detractor!,
      conversationId: row.conversation_id,
      loopDueAt: row.loop_due_at,
      loopClosedAt: row.loop_closed_at,
      loopDone: row.loop_done,
      corrected: row.corrected_by !== null,
      receivedAt: row.received_at!,
    })),
    nextCursor: cut.nextCursor,
  };
}

/** The themes, with what was said of each in the last 30 days and the 30 before. */
export async function listThemes(ctx: Context) {
  const db = reader(ctx);
  const ago = (days: number) => new Date(ctx.now.getTime() - days * 86_400_000);
  const themes = await db.selectFrom("feedback_themes").selectAll().orderBy("id").execute();
  const { rows } = await sql<{ theme: string; now: number; before: number; negative: number }>`
    select theme, count(*) filter (where received_at >= ${ago(30)})::int as now, count(*) filter (where received_at < ${ago(30)})::int as before,
      count(*) filter (where received_at >= ${ago(30)} and sentiment = 'negative')::int as negative
    from feedback_items cross join unnest(themes) as theme where received_at >= ${ago(60)} group by theme`.execute(db);
  return {
    rows: themes.map((theme) => {
      const counts = rows.find((row) => row.theme === theme.key);
      return {
        key: theme.key,
        name: theme.name as { en: string; fr: string },
        words: theme.words as { en: string[]; fr: string[] },
        active: theme.active,
        now: counts?.now ?? 0,
        before: counts?.before ?? 0,
        negative: counts?.negative ?? 0,
      };
    }),
  };
}

interface ThemeInput {
  key: string;
  name: { en: string; fr: string };
  words: { en: string[]; fr: string[] };
  active: boolean;
}

/** Sets a theme: its words are tried on what is said from now on. */
export const setTheme = (ctx: Context, input: ThemeInput) =>
  write(ctx, async (tx) => {
    const change = { name: json(input.name), words: json(input.words), active: input.active };
    const row = await tx
      .insertInto("feedback_themes")
      .values({ id: newId(), key: input.key, ...change })
      .onConflict((conflict) => conflict.column("key").doUpdateSet(change))
      .returning("id")
      .executeTakeFirstOrThrow();
    return row;
  });
