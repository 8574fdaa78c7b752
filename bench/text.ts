/** The text engine: how many texts a second, beside only telling the language; and how often it is right on public sets it was not trained on. */
import { existsSync, readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { eld } from "eld/small";
import { classify } from "#experience/feedback/engine/classify.ts";
import { judge } from "#experience/feedback/engine/judge-tone.ts";
import { detectLanguage } from "#experience/feedback/engine/language.ts";
import { standardThemes } from "#experience/feedback/engine/standard-themes.ts";
import { sentiments } from "#experience/feedback/engine/tone-model.ts";
import { type ScoredText, trainTone } from "#experience/feedback/engine/train-tone.ts";
import { standardToneModel } from "#experience/feedback/tone-weights.ts";
import { readByAfinn, reviewSentences } from "#test/harness/review-sentences.ts";
import { sharedData } from "#test/harness/shared-data.ts";
import type { BenchResult, BenchRow } from "./result.ts";

const openings = ["The technician", "Your invoice", "Le technicien", "La facture", "The new router", "Le site"];
const endings = [
  "was late again, nobody told us!",
  "is perfect, thank you so much :)",
  "est arrivé en retard, c’est pénible",
  "est parfaite, merci beaucoup",
  "does not work since monday",
  "ne fonctionne plus du tout",
];
const texts = Array.from(
  { length: 20_000 },
  (_, index) => `${openings[index % 6]} ${endings[Math.floor(index / 6) % 6]} (${index % 97})`,
);

function scored(file: string): ScoredText[] {
  const rows = parse(readFileSync(sharedData(`feedback/${file}`)), {
    columns: true,
    relax_quotes: true,
    relax_column_count: true,
  }) as Record<string, string>[];
  return rows.flatMap((row) => {
    const sentiment = sentiments.find((each) => each === row["label"]);
    return sentiment ? [{ text: row["text"]!, sentiment }] : [];
  });
}

const perSecond = (work: (text: string) => unknown): number => {
  for (const text of texts.slice(0, 1_000)) work(text);
  const before = process.cpuUsage();
  for (const text of texts) work(text);
  const { user, system } = process.cpuUsage(before);
  return texts.length / ((user + system) / 1e6);
};

/** Macro-F1 and language of tweets kept back; beside always saying the same. */
function onTweets(language: "en" | "fr", name: string, bar: number): BenchRow[] {
  const kept = scored(`tweets-${name}-valid.csv`);
  const begun = performance.now();
  const weights = trainTone(scored(`tweets-${name}-train.csv`), language);
  const seconds = (performance.now() - begun) / 1_000;
  const found = judge(weights, language, kept);
  const right = kept.filter(({ text }) => detectLanguage(text, language) === language).length / kept.length;
  const plain = kept.filter(({ text }) => eld.detect(text).language === language).length / kept.length;
  return [
    {
      metric: `macro-F1 of ${kept.length} tweets in ${name}, three tones, trained in ${seconds.toFixed(1)} s on others`,
      value: found.macroF1.toFixed(3),
      bar: `>= ${bar}`,
      met: found.macroF1 >= bar,
      peer: "always the same tone 0.167",
    },
    {
      metric: `language of tweets in ${name}`,
      value: `${(right * 100).toFixed(2)} %`,
      bar: ">= 99 %",
      met: right >= 0.99,
      peer: `eld as it is ${(plain * 100).toFixed(2)} %`,
    },
  ];
}

/** For or against in sentences of reviews, by the weights that come with Throughline; beside a scored word list. */
function onReviews(): BenchRow {
  const sentences = reviewSentences();
  const { accuracy } = judge(standardToneModel().en, "en", sentences);
  const afinn = readByAfinn();
  const right = sentences.filter(({ text, sentiment }) => afinn(text) === sentiment).length;
  return {
    metric: `${sentences.length} English sentences of reviews, for or against, neutral counted as wrong`,
    value: `${(100 * accuracy).toFixed(1)} %`,
    bar: ">= 84 %",
    met: accuracy >= 0.84,
    peer: `AFINN ${((100 * right) / sentences.length).toFixed(1)} %`,
  };
}

/** Runs the bench and returns its rows. */
export async function bench(): Promise<BenchResult> {
  const reading = { model: standardToneModel(), taxonomy: standardThemes };
  const whole = perSecond((text) => classify(text, reading));
  const language = perSecond((text) => eld.detect(text));
  const rows: BenchRow[] = [
    {
      metric: "texts a second of processor: language, tone, themes",
      value: whole.toFixed(0),
      bar: ">= 2,000",
      met: whole >= 2_000,
      peer: `only the language by eld ${language.toFixed(0)}`,
    },
  ];
  rows.push(onReviews());
  if (existsSync(sharedData("feedback"))) rows.push(...onTweets("en", "english", 0.57), ...onTweets("fr", "french", 0.63));
  else rows.push({ metric: "tweets", value: "skipped: no ../shared/data" });
  return { name: "text", rows };
}
