import type { z } from "zod";
import type { Context } from "#platform/context.ts";
import { json } from "#platform/database.ts";
import { found, refuse, refuseUnless } from "#platform/errors.ts";
import { newId } from "#platform/ids.ts";
import { write } from "#platform/write.ts";
import type { configurationContract } from "./contract.ts";
import { defineModel } from "./engine/model/define-model.ts";
import type { Model } from "./engine/model/model.ts";
import { analyseModel } from "./engine/publish/analyse-model.ts";
import type { ModelJson } from "./engine/types.ts";

type Draft = z.infer<NonNullable<(typeof configurationContract.create)["~orpc"]["inputSchema"]>>;

/** Drafts the next version of a guide. Questions and lines may only name features of its model. */
export const createGuide = (ctx: Context, input: Draft) =>
  write(ctx, async (tx) => {
    const model = readModel(input.model as unknown as ModelJson);
    const known = new Set(model.features.map((feature) => feature.id));
    const named = [
      ...input.questions.flatMap((question) => question.options.map((option) => option.feature)),
      ...input.lines.map((line) => line.feature),
    ];
    const unknown = named.filter((feature) => !known.has(feature));
    refuseUnless(unknown.length === 0, "guide.unknown_feature", { features: unknown.join(", ") });
    const last = await tx
      .selectFrom("guides")
      .select("version")
      .where("slug", "=", input.slug)
      .orderBy("version", "desc")
      .limit(1)
      .executeTakeFirst();
    const id = newId();
    await tx
      .insertInto("guides")
      .values({
        id,
        slug: input.slug,
        version: (last?.version ?? 0) + 1,
        status: "draft",
        name: json(input.name),
        intro: json(input.intro),
        model: json(input.model),
        questions: json(input.questions),
        lines: json(input.lines),
        created_at: ctx.now,
      })
      .execute();
    return { id };
  });

function readModel(model: ModelJson): Model {
  try {
    return defineModel(model);
  } catch (error) {
    return refuse("guide.model_not_valid", { problem: error instanceof Error ? error.message : String(error) });
  }
}

/** Proves that a guide can be completed and offers no dead option, then puts it online in place of the version before. */
export const publishGuide = (ctx: Context, input: { guideId: string }) =>
  write(ctx, async (tx) => {
    const row = found(
      await tx.selectFrom("guides").selectAll().where("id", "=", input.guideId).forUpdate().executeTakeFirst(),
      "guide",
      input.guideId,
    );
    const proved = analyseModel(readModel(row.model as ModelJson));
    const analysis = {
      satisfiable: proved.satisfiable,
      configurations: proved.configurations === null ? null : proved.configurations.toString(),
      dead: [...proved.dead],
      core: [...proved.core],
      falseOptional: [...proved.falseOptional],
      redundant: [...proved.redundantRules],
    };
    refuseUnless(analysis.satisfiable, "guide.impossible");
    refuseUnless(analysis.dead.length === 0, "guide.dead_options", { features: analysis.dead.join(", ") });
    await tx
      .updateTable("guides")
      .set({ status: "retired" })
      .where("slug", "=", row.slug)
      .where("status", "=", "published")
      .where("id", "<>", row.id)
      .execute();
    await tx
      .updateTable("guides")
      .set({ status: "published", analysis: json(analysis), published_at: ctx.now })
      .where("id", "=", row.id)
      .execute();
    return { id: row.id, analysis };
  });
