import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { standardToneModel } from "../tone-weights.ts";
import { languageOf } from "./language.ts";
import { saysOpinion } from "./opinion.ts";
import { reasonsOf, toneOf } from "./sentiment.ts";
import { tokensOf } from "./tokens.ts";
import { readToneModel, writeToneModel } from "./tone-model.ts";
import { trainTone } from "./train-tone.ts";

const model = standardToneModel();

test("the language of what people write", () => {
  assert.equal(languageOf("Le technicien est arrivé en retard, sans prévenir.", "en"), "fr");
  assert.equal(languageOf("The technician came late and did not tell us.", "fr"), "en");
  assert.equal(languageOf("ok", "fr"), "fr");
});

for (const [text, language, sentiment] of [
  ["Installation rapide et technicien très aimable, merci !", "fr", "positive"],
  ["Le technicien est arrivé en retard, c’est inacceptable.", "fr", "negative"],
  ["Ce n’est pas compliqué, tout fonctionne.", "fr", "positive"],
  ["Pas satisfait du tout de la facture.", "fr", "negative"],
  ["Ça ne marche plus depuis lundi", "fr", "negative"],
  ["Rien à dire, tout était parfait", "fr", "positive"],
  ["Prix correct mais installation bâclée", "fr", "negative"],
  ["Great service, the installer was very helpful.", "en", "positive"],
  ["The invoice is wrong and nobody answers, awful.", "en", "negative"],
  ["It was not good at all.", "en", "negative"],
  ["The cord is too short to be useful.", "en", "negative"],
  ["I will never go back, save your money.", "en", "negative"],
  ["Not a dull moment in the entire movie.", "en", "positive"],
] as const)
  test(`tone: ${text}`, () => {
    assert.equal(toneOf(text, language, model).sentiment, sentiment);
  });

test("a message that only says what is, or asks, is neutral", () => {
  for (const [text, language] of [
    ["Le routeur est posé dans l’entrée.", "fr"],
    ["Je voudrais changer d’adresse.", "fr"],
    ["The box is on the shelf.", "en"],
    ["Where is the invoice?", "en"],
  ] as const)
    assert.equal(toneOf(text, language, model, { kind: "message" }).sentiment, "neutral", text);
  assert.equal(toneOf("", "en", model).sentiment, "neutral");
});

for (const [text, language, expected] of [
  ["Où est mon technicien ?", "fr", false],
  ["Bonjour, où est mon technicien ? Il devait passer à 9 h.", "fr", false],
  ["Where is my technician?", "en", false],
  ["Peut-on décaler le technicien ? Je ne suis pas là lundi.", "fr", false],
  ["Can you change my address please?", "en", false],
  ["Jeudi 14 h me convient.", "fr", false],
  ["Mon routeur ne marche plus, que faire ?", "fr", true],
  ["Le technicien n’est pas venu, j’ai attendu toute la journée.", "fr", true],
  ["Why is my invoice so high? This is ridiculous.", "en", true],
  ["Merci beaucoup, tout fonctionne parfaitement", "fr", true],
] as const)
  test(`a message ${expected ? "says what they think" : "only asks"}: ${text}`, () => {
    assert.equal(saysOpinion(text, language, toneOf(text, language, model, { kind: "message" })), expected);
  });

test("the score given speaks where words do not, and against irony", () => {
  assert.equal(toneOf("Voilà.", "fr", model, { given: { kind: "nps", score: 2 } }).sentiment, "negative");
  assert.equal(toneOf("Super, encore une heure.", "fr", model, { given: { kind: "csat", score: 1 } }).sentiment, "negative");
  const sure = toneOf("Excellent, parfait, merci, très rapide", "fr", model, { given: { kind: "nps", score: 10 } });
  assert.ok(sure.confidence > 0.8 && sure.confidence <= 0.95);
  assert.ok(toneOf("Voilà.", "fr", model).confidence < 0.7);
});

test("why: the words that spoke, turned by negations, strongest first", () => {
  assert.deepEqual(
    reasonsOf("The staff was not helpful but the food was excellent", "en").map(({ said, tone }) => [said, Math.sign(tone)]),
    [
      ["excellent", 1],
      ["not helpful", -1],
    ],
  );
  assert.deepEqual(
    tokensOf("Ça ne fonctionne pas, dommage", "fr").map(({ word, negated }) => [word, negated]),
    [
      ["ca", false],
      ["ne", false],
      ["fonctionne", true],
      ["pas", false],
      [",", true],
      ["dommage", false],
    ],
  );
});

test("any text at all has a tone and a confidence within bounds, the same each time", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 400 }), fc.constantFrom("en" as const, "fr" as const), (text, language) => {
      const found = toneOf(text, language, model);
      assert.ok(found.confidence >= 0.33 && found.confidence <= 0.95 && Math.abs(found.score) <= 1);
      assert.deepEqual(toneOf(text, language, model), found);
    }),
    { numRuns: 300 },
  );
  assert.ok(toneOf("wow ".repeat(100_000), "en", model).confidence <= 0.95, "a text of any length");
});

test("weights are the same after writing and reading; other bytes are refused", () => {
  const again = readToneModel(writeToneModel(model));
  assert.deepEqual(again.fr.steps, model.fr.steps);
  assert.deepEqual(Buffer.from(again.fr.positive), Buffer.from(model.fr.positive));
  assert.throws(() => readToneModel(new TextEncoder().encode("hello")), /not weights of tone/);
  assert.throws(() => readToneModel(writeToneModel(model).subarray(0, 1000)), /cut short/);
});

test("an organisation's own scored comments teach it the words of its trade, and it keeps what it knew", () => {
  const own = Array.from({ length: 12 }, (_, index) => [
    { text: `The flange sings on line ${index}`, sentiment: "negative" as const },
    { text: `The bearing purrs on line ${index}`, sentiment: "positive" as const },
  ]).flat();
  const taught = { ...model, en: trainTone(own, "en", {}, model.en) };
  assert.equal(toneOf("The flange sings again", "en", taught).sentiment, "negative");
  assert.equal(toneOf("The bearing purrs now", "en", taught).sentiment, "positive");
  assert.equal(toneOf("Great service, the installer was very helpful.", "en", taught).sentiment, "positive");
  assert.equal(toneOf("It was not good at all.", "en", taught).sentiment, "negative");
});
