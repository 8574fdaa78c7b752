import { found, refuseUnless } from "#platform/errors.ts";
import type { Context } from "#platform/context.ts";
import { write } from "#platform/write.ts";
import { findJourney } from "#experience/journeys/find-journey.ts";
import { intendedStages, type StageIntention } from "./intended-stages.ts";

/** Says how the stages of a journey are meant to be lived. Stages not named keep what was said before. */
export const setIntendedStages = (ctx: Context, input: { slug: string; stages: StageIntention[] }) =>
  write(ctx, async (tx) => {
    const journey = await findJourney(tx, input.slug);
    const known = new Set((await intendedStages(tx, journey.id)).map(({ stage }) => stage));
    for (const { stage } of input.stages) found(known.has(stage) || undefined, "stage", stage);
    refuseUnless(new Set(input.stages.map(({ stage }) => stage)).size === input.stages.length, "journey.stage_twice");
    await tx
      .insertInto("journey_intentions")
      .values(
        input.stages.map(({ stage, optional, repeatable, maxWaitHours }) => ({
          journey_id: journey.id,
          stage,
          optional,
          repeatable,
          max_wait_hours: maxWaitHours,
        })),
      )
      .onConflict((conflict) =>
        conflict.columns(["journey_id", "stage"]).doUpdateSet((eb) => ({
          optional: eb.ref("excluded.optional"),
          repeatable: eb.ref("excluded.repeatable"),
          max_wait_hours: eb.ref("excluded.max_wait_hours"),
        })),
      )
      .execute();
    return { id: journey.id };
  });
