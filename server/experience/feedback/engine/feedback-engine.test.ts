import assert from "node:assert/strict";
import { test } from "node:test";
import { standardThemes } from "../seed.ts";
import { languageOf } from "./language.ts";
import { toneOf } from "./sentiment.ts";
import { themesOf } from "./themes.ts";

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
  ["Le routeur est posé dans l’entrée.", "fr", "neutral"],
  ["Great service, the installer was very helpful.", "en", "positive"],
  ["The invoice is wrong and nobody answers, awful.", "en", "negative"],
  ["It was not good at all.", "en", "negative"],
  ["The box is on the shelf.", "en", "neutral"],
] as const)
  test(`tone: ${text}`, () => {
    assert.equal(toneOf(text, language).sentiment, sentiment);
  });

test("the score given speaks where words do not, and against irony", () => {
  assert.equal(toneOf("Voilà.", "fr", { kind: "nps", score: 2 }).sentiment, "negative");
  assert.equal(toneOf("Super, encore une heure.", "fr", { kind: "csat", score: 1 }).sentiment, "negative");
  const sure = toneOf("Excellent, parfait, merci, très rapide", "fr", { kind: "nps", score: 10 });
  assert.ok(sure.confidence > 0.8 && sure.confidence <= 0.95);
  assert.ok(toneOf("Voilà.", "fr").confidence < 0.4);
});

test("themes by a bilingual taxonomy", () => {
  assert.deepEqual(themesOf("Le technicien est venu en retard et la facture est trop chère", "fr", standardThemes), [
    "price",
    "billing",
    "staff",
    "waiting",
  ]);
  assert.deepEqual(themesOf("Delivery took ages and the website crashed", "en", standardThemes), ["delivery", "website"]);
  assert.deepEqual(themesOf("Bonjour", "fr", standardThemes), []);
});
