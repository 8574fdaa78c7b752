/** The bars of the text engine on public sets, with weights that never saw the part judged. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { parse } from "csv-parse/sync";
import { sharedData, skipUnless } from "#test/harness/shared-data.ts";
import { reviewSentences } from "#test/harness/review-sentences.ts";
import { standardToneModel } from "../tone-weights.ts";
import { judge } from "./judge-tone.ts";
import { detectLanguage } from "./language.ts";
import { trainThemeTagger, tagThemes } from "./theme-tagger.ts";
import { sentiments } from "./tone-model.ts";
import { type ScoredText, trainTone } from "./train-tone.ts";

type Row = Record<string, string>;
const rows = (file: string): Row[] =>
  parse(readFileSync(sharedData(`feedback/${file}`)), { columns: true, relax_quotes: true, relax_column_count: true });
const scored = (file: string, label = "label"): ScoredText[] =>
  rows(file).flatMap((row) => {
    const sentiment = sentiments.find((each) => each === row[label]);
    return sentiment ? [{ text: row["text"]!, sentiment }] : [];
  });

for (const [language, name, bar] of [
  ["en", "english", 0.57],
  ["fr", "french", 0.63],
] as const)
  test(`tweets in ${name}: macro-F1 of three tones at least ${bar}; the language of 99 %`, skipUnless("feedback"), (t) => {
    const kept = scored(`tweets-${name}-valid.csv`);
    const found = judge(trainTone(scored(`tweets-${name}-train.csv`), language), language, kept);
    t.diagnostic(`macro-F1 ${found.macroF1.toFixed(3)}, accuracy ${found.accuracy.toFixed(3)}`);
    assert.ok(found.macroF1 >= bar, String(found.macroF1));
    const right = kept.filter(({ text }) => detectLanguage(text, language) === language).length;
    assert.ok(right / kept.length >= 0.99, String(right / kept.length));
  });

test("posts to airlines, by weights trained on other posts only: for or against is told apart", skipUnless("feedback"), (t) => {
  const weights = trainTone(scored("tweets-english-train.csv"), "en");
  const every = scored("airline-tweets.csv", "airline_sentiment").filter((_, index) => index % 4 === 0);
  const airlines = every.map((each) => ({
    ...each,
    text: each.text.replace(/^(@\w+\s*)+/, ""),
  }));
  const found = judge(weights, "en", airlines);
  t.diagnostic(`macro-F1 ${found.macroF1.toFixed(3)}`);
  assert.ok(found.macroF1 >= 0.6, String(found.macroF1));
  // as people judged them who agreed, without marks of a post: the nearest there is to reviews
  const plain = rows("airline-tweets.csv").flatMap((row, index): ScoredText[] => {
    const sentiment = sentiments.find((each) => each === row["airline_sentiment"]);
    const text = row["text"]!.replace(/^(@\w+\s*)+/, "");
    const isSure = Number(row["airline_sentiment_confidence"]) > 0.9;
    return index % 4 === 0 && isSure && sentiment && sentiment !== "neutral" && !/@|http|#/.test(text)
      ? [{ text, sentiment }]
      : [];
  });
  const told = judge(weights, "en", plain);
  t.diagnostic(
    `${plain.length} for or against, without marks of a post: ${(told.accuracy * 100).toFixed(1)} % right, neutral counted as wrong`,
  );
  assert.ok(told.accuracy >= 0.84, String(told.accuracy));
});

test("a tagger learns why people complain of airlines", skipUnless("feedback"), (t) => {
  const complaints = rows("airline-tweets.csv")
    .filter((row) => row["negativereason"] && row["negativereason"] !== "Can't Tell")
    .filter((_, index) => index % 3 === 0);
  const texts = complaints.map((row) => ({ text: row["text"]!, language: "en" as const, themes: [row["negativereason"]!] }));
  const isKept = (index: number) => index % 5 === 0;
  const tagger = trainThemeTagger(texts.filter((_, index) => !isKept(index)));
  const kept = texts.filter((_, index) => isKept(index));
  const right = kept.filter(({ text, themes }) => tagThemes(text, "en", tagger, 0)[0]?.key === themes[0]).length;
  t.diagnostic(`the surest theme is the one named for ${((100 * right) / kept.length).toFixed(1)} % of ${kept.length}`);
  assert.ok(right / kept.length >= 0.55, String(right / kept.length));
});

test("English sentences of reviews: 84 % are read for or against as people did, neutral counted as wrong", (t) => {
  const sentences = reviewSentences();
  assert.equal(sentences.length, 3_000);
  const weights = standardToneModel().en;
  const found = judge(weights, "en", sentences);
  t.diagnostic(`${(100 * found.accuracy).toFixed(1)} % right; F1 ${JSON.stringify(found.f1)}`);
  assert.ok(found.accuracy >= 0.84, String(found.accuracy));
  assert.ok(Math.min(found.f1["negative"]!, found.f1["positive"]!) >= 0.84, JSON.stringify(found.f1));
  const english = sentences.filter(({ text }) => detectLanguage(text) === "en").length;
  assert.ok(english / sentences.length >= 0.99, String(english));
});
