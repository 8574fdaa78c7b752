import type { z } from "zod";
import { type Context, reader } from "#platform/context.ts";
import { found } from "#platform/errors.ts";
import type { guideLine, question } from "./contract.ts";
import { defineModel } from "./engine/model/define-model.ts";
import type { Model } from "./engine/model/model.ts";
import type { ModelJson } from "./engine/types.ts";

export interface Guide {
  id: string;
  slug: string;
  name: { en: string; fr: string };
  intro: { en: string; fr: string };
  questions: z.infer<typeof question>[];
  lines: z.infer<typeof guideLine>[];
  model: Model;
}

const ready = new Map<string, Guide>(); // a published guide never changes, so its model is prepared once
const keep = 200;

/** A guide by id (the version a basket was started with) or the one online under a slug. */
export async function guideOf(ctx: Context, by: { guideId: string } | { slug: string }): Promise<Guide> {
  if ("guideId" in by && ready.has(by.guideId)) return ready.get(by.guideId)!;
  let query = reader(ctx).selectFrom("guides").selectAll();
  query =
    "guideId" in by ? query.where("id", "=", by.guideId) : query.where("slug", "=", by.slug).where("status", "=", "published");
  const row = found(await query.executeTakeFirst(), "guide", "guideId" in by ? by.guideId : by.slug);
  const known = ready.get(row.id);
  if (known) return known;
  const guide: Guide = {
    id: row.id,
    slug: row.slug,
    name: row.name as Guide["name"],
    intro: row.intro as Guide["intro"],
    questions: row.questions as Guide["questions"],
    lines: row.lines as Guide["lines"],
    model: defineModel(row.model as ModelJson),
  };
  if (row.status !== "draft") {
    if (ready.size >= keep) ready.delete(ready.keys().next().value!);
    ready.set(row.id, guide);
  }
  return guide;
}
