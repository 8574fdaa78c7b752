import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { emergingPhrases } from "./emerging.ts";
import { standardThemes } from "./standard-themes.ts";
import { tagThemes, trainThemeTagger } from "./theme-tagger.ts";
import { themesOf, whyThemes } from "./themes.ts";

test("themes by a bilingual taxonomy", () => {
  assert.deepEqual(themesOf("Le technicien est venu en retard et la facture est trop chère", "fr", standardThemes), [
    "price",
    "billing",
    "staff",
    "waiting",
  ]);
  assert.deepEqual(themesOf("Delivery took ages and the website crashed", "en", standardThemes), ["delivery", "website"]);
  assert.deepEqual(themesOf("Bonjour, je cherche un appartement", "fr", standardThemes), []);
  assert.deepEqual(themesOf("My appointment", "en", standardThemes), ["install"], "app is not the beginning of appointment");
  assert.deepEqual(whyThemes("The parcel came late", "en", standardThemes), [
    { key: "delivery", because: ["parcel"] },
    { key: "waiting", because: ["late"] },
  ]);
});

test("a tagger learns themes from texts a person read, and leaves rare ones alone", () => {
  const texts = Array.from({ length: 12 }, (_, index) => [
    { text: `The espresso was cold at table ${index}`, language: "en" as const, themes: ["coffee"] },
    { text: `Nobody swept under seat ${index}`, language: "en" as const, themes: ["cleaning"] },
  ]).flat();
  const tagger = trainThemeTagger([...texts, { text: "A rare word", language: "en", themes: ["rare"] }]);
  assert.deepEqual(
    tagger.themes.map(({ key }) => key),
    ["cleaning", "coffee"],
  );
  assert.deepEqual(
    tagThemes("My espresso came cold", "en", tagger).map(({ key }) => key),
    ["coffee"],
  );
  assert.deepEqual(trainThemeTagger([]).themes, []);
});

test("what is new is found, in its longest form, and what was always said is not", () => {
  const usual = ["The technician was friendly", "Delivery in time", "Invoice as expected", "The router works"];
  const before = Array.from({ length: 40 }, (_, index) => usual[index % 4]!);
  const now = [
    ...Array.from({ length: 20 }, (_, index) => usual[index % 4]!),
    ...Array(8).fill("the blue light blinks since the update"),
  ];
  const found = emergingPhrases(now, before).map(({ phrase, now: count, before: past }) => ({ phrase, count, past }));
  assert.ok(found.some(({ phrase }) => phrase === "blue light blinks"));
  assert.ok(found.every(({ count, past }) => count === 8 && past === 0));
  assert.deepEqual(emergingPhrases(before, before), []);
});

test("emerging phrases: counts are true, rises above one, no more than asked for", () => {
  const text = fc
    .array(fc.constantFrom("router", "slow", "light", "red", "the", "invoice"), { maxLength: 6 })
    .map((words) => words.join(" "));
  fc.assert(
    fc.property(fc.array(text, { maxLength: 40 }), fc.array(text, { maxLength: 40 }), (now, before) => {
      const found = emergingPhrases(now, before, { top: 5 });
      assert.ok(found.length <= 5);
      for (const { phrase, now: count, before: past, rise } of found) {
        const says = (texts: string[]) => texts.filter((each) => ` ${each} `.includes(` ${phrase} `)).length;
        assert.deepEqual([count, past], [says(now), says(before)]);
        assert.ok(rise > 1);
      }
    }),
  );
});
