import type { Context } from "#platform/context.ts";
import { json } from "#platform/database.ts";
import { refuseUnless } from "#platform/errors.ts";
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
