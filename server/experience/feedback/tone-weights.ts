import { readFileSync } from "node:fs";
import { type Context, reader } from "#platform/context.ts";
import { readToneModel, type ToneModel } from "./engine/tone-model.ts";

let standard: ToneModel | undefined;

/** The weights of tone that come with Throughline (made by scripts/train-sentiment.ts), read once when first needed. */
export const standardToneModel = (): ToneModel =>
  (standard ??= readToneModel(readFileSync(new URL("tone-weights.bin", import.meta.url))));

const own = new WeakMap<object, { madeAt: number; model: ToneModel }>();

/** The weights the organisation's corrections taught, or those that come with Throughline. Kept until newer ones are made. */
export async function toneModelFor(ctx: Context): Promise<ToneModel> {
  const db = reader(ctx);
  const row = await db.selectFrom("feedback_weights").select("made_at").executeTakeFirst();
  if (!row) return standardToneModel();
  const kept = own.get(ctx.app);
  if (kept?.madeAt === row.made_at.getTime()) return kept.model;
  const { weights, made_at } = await db.selectFrom("feedback_weights").select(["weights", "made_at"]).executeTakeFirstOrThrow();
  const model = readToneModel(weights);
  own.set(ctx.app, { madeAt: made_at.getTime(), model });
  return model;
}
