import type { Context } from "#platform/context.ts";
import { write } from "#platform/write.ts";
import { judge } from "./engine/judge-tone.ts";
import type { Language } from "./engine/language.ts";
import { type Sentiment, type ToneModel, writeToneModel } from "./engine/tone-model.ts";
import { type ScoredText, trainTone } from "./engine/train-tone.ts";
import { standardToneModel } from "./tone-weights.ts";

const fewestTexts = 30;
const mostTexts = 5_000;

/**
 * Learns from the corrections people made: weights of the organisation's own, beginning with those that come with Throughline.
 * A language is taken over only when it reads a fifth of its corrections, kept back from a trial, better than before.
 */
export async function learnTone(ctx: Context): Promise<void> {
  const corrected = await ctx.app.db
    .selectFrom("feedback_items")
    .select(["text", "language", "sentiment"])
    .where("corrected_by", "is not", null)
    .where("text", "!=", "")
    .orderBy("id", "desc")
    .limit(mostTexts)
    .execute();
  const before = await ctx.app.db.selectFrom("feedback_weights").select("texts").executeTakeFirst();
  if (corrected.length < fewestTexts || before?.texts === corrected.length) return;
  const model: ToneModel = { ...standardToneModel() };
  for (const language of ["en", "fr"] as const) {
    const texts = corrected
      .filter((row) => row.language === language)
      .map(({ text, sentiment }): ScoredText => ({ text, sentiment: sentiment as Sentiment }));
    if (texts.length >= fewestTexts && helps(texts, language)) model[language] = trainTone(texts, language, {}, model[language]);
  }
  const weights = Buffer.from(writeToneModel(model));
  const row = { weights, texts: corrected.length, made_at: ctx.now };
  await write(ctx, (tx) =>
    tx
      .insertInto("feedback_weights")
      .values(row)
      .onConflict((conflict) => conflict.column("learnt").doUpdateSet(row))
      .execute(),
  );
}

function helps(texts: readonly ScoredText[], language: Language): boolean {
  const isKept = (_: unknown, index: number) => index % 5 === 0;
  const kept = texts.filter(isKept);
  const standard = standardToneModel()[language];
  const tried = trainTone(
    texts.filter((each, index) => !isKept(each, index)),
    language,
    {},
    standard,
  );
  return judge(tried, language, kept).accuracy > judge(standard, language, kept).accuracy;
}
