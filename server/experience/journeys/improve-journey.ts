import { append } from "#events/append.ts";
import type { Context } from "#platform/context.ts";
import { json, type Tx } from "#platform/database.ts";
import { found, refuseUnless } from "#platform/errors.ts";
import { newId } from "#platform/ids.ts";
import { write } from "#platform/write.ts";
import { findJourney } from "./find-journey.ts";
import type { Bilingual } from "./journey.ts";

/** Notes by hand what hurts customers in a stage. */
export const addPainPoint = (ctx: Context, input: { slug: string; stage: string; name: Bilingual }) =>
  write(ctx, async (tx) => {
    const journey = await stageOfJourney(tx, input);
    const id = newId();
    await tx
      .insertInto("journey_pain_points")
      .values({
        id,
        journey_id: journey.id,
        stage: input.stage,
        key: id,
        name: json(input.name),
        automatic: false,
        noted_at: ctx.now,
      })
      .execute();
    await append(tx, ctx, "pain.noted", {
      subjectId: id,
      data: { name: input.name[ctx.locale], journeyStage: input.stage },
    });
    return { id };
  });

/** Says a pain point better, or moves it to the stage it belongs to. */
export const changePainPoint = (
  ctx: Context,
  input: { painPointId: string; name?: Bilingual | undefined; stage?: string | undefined },
) =>
  write(ctx, async (tx) => {
    const pain = await lockPain(tx, input.painPointId);
    if (input.stage !== undefined) await hasStage(tx, pain.journey_id, input.stage);
    await tx
      .updateTable("journey_pain_points")
      .set({ stage: input.stage ?? pain.stage, ...(input.name && { name: json(input.name) }) })
      .where("id", "=", pain.id)
      .execute();
    return { id: pain.id };
  });

/** It hurts no more, and this is what took it away. */
export const closePainPoint = (ctx: Context, input: { painPointId: string; done: string }) =>
  write(ctx, async (tx) => {
    const pain = await lockPain(tx, input.painPointId);
    refuseUnless(pain.closed_at === null, "journey.pain_closed");
    await tx
      .updateTable("journey_pain_points")
      .set({ closed_at: ctx.now, closed_by_words: input.done })
      .where("id", "=", pain.id)
      .execute();
    await append(tx, ctx, "pain.closed", { subjectId: pain.id, data: { ...told(ctx, pain), done: input.done } });
    return { id: pain.id };
  });

/** It hurts again. */
export const reopenPainPoint = (ctx: Context, input: { painPointId: string }) =>
  write(ctx, async (tx) => {
    const pain = await lockPain(tx, input.painPointId);
    refuseUnless(pain.closed_at !== null, "journey.pain_open");
    await tx
      .updateTable("journey_pain_points")
      .set({ closed_at: null, closed_by_words: null })
      .where("id", "=", pain.id)
      .execute();
    await append(tx, ctx, "pain.reopened", { subjectId: pain.id, data: told(ctx, pain) });
    return { id: pain.id };
  });

interface Improvement {
  slug: string;
  stage: string;
  name: string;
  painPointId?: string | undefined;
  ownerId?: string | undefined;
  dueOn?: string | undefined;
}

/** Notes what would make a stage better, who sees to it and by when. */
export const addImprovement = (ctx: Context, input: Improvement) =>
  write(ctx, async (tx) => {
    const journey = await stageOfJourney(tx, input);
    if (input.painPointId !== undefined) await lockPain(tx, input.painPointId);
    const id = newId();
    await tx
      .insertInto("journey_improvements")
      .values({
        id,
        journey_id: journey.id,
        stage: input.stage,
        pain_point_id: input.painPointId ?? null,
        name: input.name,
        owner_id: input.ownerId ?? null,
        due_on: input.dueOn ?? null,
        created_at: ctx.now,
      })
      .execute();
    await append(tx, ctx, "improvement.noted", {
      subjectId: id,
      data: { name: input.name, journeyStage: input.stage, ownerId: input.ownerId ?? null },
    });
    return { id };
  });

type Status = "open" | "doing" | "done" | "dropped";

interface ImprovementChange {
  improvementId: string;
  status?: Status | undefined;
  name?: string | undefined;
  stage?: string | undefined;
  ownerId?: string | null | undefined;
  dueOn?: string | null | undefined;
  painPointId?: string | null | undefined;
}

/** Moves an improvement on, or says it better. */
export const changeImprovement = (ctx: Context, input: ImprovementChange) =>
  write(ctx, async (tx) => {
    const row = found(
      await tx
        .selectFrom("journey_improvements")
        .selectAll()
        .where("id", "=", input.improvementId)
        .forUpdate()
        .executeTakeFirst(),
      "improvement",
      input.improvementId,
    );
    const { status = row.status, name = row.name, stage = row.stage } = input;
    if (stage !== row.stage) await hasStage(tx, row.journey_id, stage);
    if (input.painPointId) await lockPain(tx, input.painPointId);
    const ended = status === "done" || status === "dropped";
    await tx
      .updateTable("journey_improvements")
      .set({
        status,
        name,
        stage,
        owner_id: input.ownerId === undefined ? row.owner_id : input.ownerId,
        due_on: input.dueOn === undefined ? row.due_on : input.dueOn,
        pain_point_id: input.painPointId === undefined ? row.pain_point_id : input.painPointId,
        closed_at: ended ? (row.closed_at ?? ctx.now) : null,
      })
      .where("id", "=", row.id)
      .execute();
    if (status !== row.status)
      await append(tx, ctx, "improvement.moved", {
        subjectId: row.id,
        data: { name, journeyStage: stage, from: row.status, to: status },
      });
    return { id: row.id };
  });

const told = (ctx: Context, pain: { name: unknown; stage: string }) => ({
  name: (pain.name as Bilingual)[ctx.locale],
  journeyStage: pain.stage,
});

async function lockPain(tx: Tx, painPointId: string) {
  const row = await tx.selectFrom("journey_pain_points").selectAll().where("id", "=", painPointId).forUpdate().executeTakeFirst();
  return found(row, "pain point", painPointId);
}

async function hasStage(tx: Tx, journeyId: string, key: string): Promise<void> {
  const stage = await tx
    .selectFrom("journey_stages")
    .select("key")
    .where("journey_id", "=", journeyId)
    .where("key", "=", key)
    .executeTakeFirst();
  found(stage, "stage", key);
}

async function stageOfJourney(tx: Tx, input: { slug: string; stage: string }) {
  const journey = await findJourney(tx, input.slug);
  await hasStage(tx, journey.id, input.stage);
  return journey;
}
