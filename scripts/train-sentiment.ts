// Makes the weights of tone from judged texts: CSV files with a text and a label (negative, neutral, positive).
//   node scripts/train-sentiment.ts --set <file>;<en|fr>;<text column>;<label column>[;<weight>] ... [--check <same form>] ... [--out <file>]
// A set with a weight counts so much beside the first, with an intercept of its own. With --check, weights of the sets alone
// are tried on the texts kept back (printed), their confidences are calibrated there, and the file is made from all.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { parse } from "csv-parse/sync";
import type { Language } from "#experience/feedback/engine/language.ts";
import { judge } from "#experience/feedback/engine/judge-tone.ts";
import { sentiments, type ToneModel, type ToneWeights, writeToneModel } from "#experience/feedback/engine/tone-model.ts";
import { calibrated, type ScoredText, trainTone } from "#experience/feedback/engine/train-tone.ts";

interface Judged {
  language: Language;
  texts: ScoredText[];
}

function readSet(spec: string): Judged {
  const [file, language, text, label, weight] = spec.split(";");
  if (!file || (language !== "en" && language !== "fr") || !text || !label)
    throw new Error(`"${spec}" is not <file>;<en|fr>;<text>;<label>.`);
  const rows = parse(readFileSync(file), { columns: true, relax_quotes: true, relax_column_count: true, bom: true }) as Record<
    string,
    string
  >[];
  const texts = rows.flatMap((row): ScoredText[] => {
    const sentiment = sentiments.find((each) => each === row[label]?.trim().toLowerCase());
    if (!sentiment || !row[text]) return [];
    // who a post is addressed to says nothing of its tone elsewhere
    return [
      weight
        ? { text: row[text].replace(/^(@\w+\s*)+/, ""), sentiment, weight: Number(weight), origin: file }
        : { text: row[text], sentiment },
    ];
  });
  if (texts.length === 0) throw new Error(`${file}: no row has a text in "${text}" and a label in "${label}".`);
  return { language, texts };
}

const { values } = parseArgs({
  options: { set: { type: "string", multiple: true }, check: { type: "string", multiple: true }, out: { type: "string" } },
});
const sets = (values.set ?? []).map(readSet);
const checks = (values.check ?? []).map(readSet);
const of = (language: Language, judged: readonly Judged[]): ScoredText[] =>
  judged.filter((each) => each.language === language).flatMap((each) => each.texts);

const make = (language: Language): ToneWeights => {
  const [texts, kept] = [of(language, sets), of(language, checks)];
  if (texts.length === 0) throw new Error(`Give at least one --set in ${language}.`);
  if (kept.length === 0) return trainTone(texts, language);
  const tried = calibrated(trainTone(texts, language), language, kept);
  const found = judge(tried, language, kept);
  console.log(
    `${language}: ${texts.length} texts; kept back ${kept.length}: macro-F1 ${found.macroF1.toFixed(3)}, accuracy ${found.accuracy.toFixed(3)}, temperature ${tried.temperature}`,
  );
  return { ...trainTone([...texts, ...kept], language), temperature: tried.temperature };
};

const model: ToneModel = { en: make("en"), fr: make("fr") };
const out = values.out ?? join(import.meta.dirname, "../server/experience/feedback/tone-weights.bin");
const bytes = writeToneModel(model);
writeFileSync(out, bytes);
console.log(`${out}: ${bytes.length} bytes`);
