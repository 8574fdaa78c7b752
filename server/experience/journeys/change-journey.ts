import type { Context } from "#platform/context.ts";
import { json, type Tx } from "#platform/database.ts";
import { found, refuseUnless } from "#platform/errors.ts";
import { newId } from "#platform/ids.ts";
import { write } from "#platform/write.ts";
import { findJourney } from "./find-journey.ts";
import type { Bilingual } from "./journey.ts";

interface StageEdit {
  key: string;
  name: Bilingual;
  expects: Bilingual;
}

/** Stages as the organisation names and orders them. A stage left out is no longer drawn; its events stay. */
export const changeStages = (ctx: Context, input: { slug: string; stages: StageEdit[] }) =>
  write(ctx, async (tx) => {
    const journey = await findJourney(tx, input.slug);
    refuseUnless(new Set(input.stages.map((stage) => stage.key)).size === input.stages.length, "journey.stage_twice");
    await tx.deleteFrom("journey_stages").where("journey_id", "=", journey.id).execute();
    await tx
      .insertInto("journey_stages")
      .values(
        input.stages.map((stage, position) => ({
          journey_id: journey.id,
          key: stage.key,
          position,
          name: json(stage.name),
          expects: json(stage.expects),
        })),
      )
      .execute();
    return { id: journey.id };
  });

export const addPainPoint = (ctx: Context, input: { slug: string; stage: string; name: Bilingual }) =>
  write(ctx, async (tx) => {
    const journey = await stageOfJourney(tx, input);
    const id = newId();
    await tx
      .insertInto("journey_pain_points")
      .values({ id, journey_id: journey.id, stage: input.stage, key: id, name: json(input.name), automatic: false })
      .execute();
    return { id };
  });

interface Improvement {
  slug: string;
  stage: string;
  name: string;
  painPointId?: string | undefined;
  ownerId?: string | undefined;
  dueOn?: string | undefined;
}

export const addImprovement = (ctx: Context, input: Improvement) =>
  write(ctx, async (tx) => {
    const journey = await stageOfJourney(tx, input);
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
    return { id };
  });

export const changeImprovement = (ctx: Context, input: { improvementId: string; status: string }) =>
  write(ctx, async (tx) => {
    const row = await tx
      .updateTable("journey_improvements")
      .set({ status: input.status })
      .where("id", "=", input.improvementId)
      .returning("id")
      .executeTakeFirst();
    return found(row, "improvement", input.improvementId);
  });

export const addPersona = (ctx: Context, input: { slug: string; name: string; segment?: string | undefined; goals: string }) =>
  write(ctx, async (tx) => {
    const journey = await findJourney(tx, input.slug);
    const id = newId();
    await tx
      .insertInto("journey_personas")
      .values({ id, journey_id: journey.id, name: input.name, segment: input.segment ?? null, goals: input.goals })
      .execute();
    return { id };
  });

async function stageOfJourney(tx: Tx, input: { slug: string; stage: string }) {
  const journey = await findJourney(tx, input.slug);
  const stage = await tx
    .selectFrom("journey_stages")
    .select("key")
    .where("journey_id", "=", journey.id)
    .where("key", "=", input.stage)
    .executeTakeFirst();
  found(stage, "stage", input.stage);
  return journey;
}
