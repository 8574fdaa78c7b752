import type { Context } from "#platform/context.ts";
import { write } from "#platform/write.ts";
import type { Language } from "./engine/language.ts";
import { type TaggedText, type ThemeTagger, tagThemes, trainThemeTagger } from "./engine/theme-tagger.ts";
import { type Theme, themesOf } from "./engine/themes.ts";
import { writeTagger } from "./engine/write-tagger.ts";

const fewestTexts = 30;
const mostTexts = 5_000;

/**
 * Learns themes from the corrections people made, beside the words of the taxonomy. Taken over only when words and tagger together
 * name the themes of a fifth of the corrections, kept back from a trial, better than the words alone.
 */
export async function learnThemes(ctx: Context): Promise<void> {
  const rows = await ctx.app.db
    .selectFrom("feedback_items")
    .select(["text", "language", "themes"])
    .where("corrected_by", "is not", null)
    .where("text", "!=", "")
    .where("language", "in", ["en", "fr"])
    .orderBy("id", "desc")
    .limit(mostTexts)
    .execute();
  const before = await ctx.app.db.selectFrom("feedback_taggers").select("texts").executeTakeFirst();
  if (rows.length < fewestTexts || before?.texts === rows.length) return;
  const texts = rows.map(({ text, language, themes }): TaggedText => ({ text, language: language as Language, themes }));
  const active = await ctx.app.db.selectFrom("feedback_themes").select(["key", "words"]).where("active", "=", true).execute();
  const taxonomy = active.map((row): Theme => ({ key: row.key, words: row.words as Theme["words"] }));
  if (!helps(texts, taxonomy)) return;
  const weights = Buffer.from(writeTagger(trainThemeTagger(texts)));
  const row = { weights, texts: rows.length, made_at: ctx.now };
  await write(ctx, (tx) =>
    tx
      .insertInto("feedback_taggers")
      .values(row)
      .onConflict((conflict) => conflict.column("learnt").doUpdateSet(row))
      .execute(),
  );
}

function helps(texts: readonly TaggedText[], taxonomy: readonly Theme[]): boolean {
  const isKept = (_: unknown, index: number) => index % 5 === 0;
  const kept = texts.filter(isKept);
  const tried = trainThemeTagger(texts.filter((each, index) => !isKept(each, index)));
  return f1(kept, taxonomy, tried) > f1(kept, taxonomy, undefined);
}

/** The harmonic mean of precision and recall over all themes of all texts. */
function f1(texts: readonly TaggedText[], taxonomy: readonly Theme[], tagger: ThemeTagger | undefined): number {
  let [right, named, meant] = [0, 0, 0];
  for (const { text, language, themes } of texts) {
    const found = bothThemes(text, language, taxonomy, tagger);
    right += found.filter((key) => themes.includes(key)).length;
    named += found.length;
    meant += themes.length;
  }
  return named + meant === 0 ? 0 : (2 * right) / (named + meant);
}

/** The themes of a text by the words of the taxonomy and, of those still in it, by what was learnt. */
export function bothThemes(
  text: string,
  language: Language,
  taxonomy: readonly Theme[],
  tagger: ThemeTagger | undefined,
): string[] {
  const named = themesOf(text, language, taxonomy);
  const learnt = tagger ? tagThemes(text, language, tagger).map(({ key }) => key) : [];
  return [...new Set([...named, ...learnt.filter((key) => taxonomy.some((theme) => theme.key === key))])];
}
