import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { type TestApp, testApp } from "#test/harness/app.ts";
import { findArticles, findForReaders, readArticle } from "./find-articles.ts";
import { publishArticle, withdrawArticle } from "./publish-article.ts";
import { listArticles, showArticle } from "./queries.ts";
import { questionWords } from "./question-words.ts";
import { seedArticles } from "./seed-articles.ts";
import { changeArticle, createArticle } from "./write-article.ts";

let t: TestApp;
before(async () => {
  t = await testApp();
});
after(() => t.close());

const content = (title: string) => ({
  en: { title, body: "Words in English" },
  fr: { title: `${title} (fr)`, body: "Des mots" },
});

test("readers see the published version while the next is written, in their language; versions are kept", async () => {
  const { id } = await createArticle(t.as("agent"), {
    slug: "essai",
    category: "internet",
    content: content("Trial"),
    keywords: { en: "", fr: "" },
  });
  await assert.rejects(readArticle(t.as(), { slug: "essai", locale: "en" }), /not_found/);
  assert.equal((await publishArticle(t.as("agent"), { articleId: id })).version, 1);
  assert.equal((await publishArticle(t.as("agent"), { articleId: id })).version, 1, "nothing new, no version");
  await changeArticle(t.as("agent"), { articleId: id, content: content("Better") });
  assert.equal((await readArticle(t.as(), { slug: "essai", locale: "en" })).title, "Trial");
  assert.equal((await showArticle(t.as("agent"), { articleId: id })).changed, true);
  await publishArticle(t.as("agent"), { articleId: id });
  assert.equal((await readArticle(t.as(), { slug: "essai", locale: "fr" })).title, "Better (fr)");
  assert.deepEqual(
    (await showArticle(t.as("agent"), { articleId: id })).versions.map((each) => each.content.en.title),
    ["Better", "Trial"],
  );
  await withdrawArticle(t.as("agent"), { articleId: id });
  await assert.rejects(readArticle(t.as(), { slug: "essai", locale: "en" }), /not_found/);
  await assert.rejects(
    createArticle(t.as("agent"), { slug: "essai", category: "x", content: content("x"), keywords: { en: "", fr: "" } }),
    /duplicate/,
  );
  assert.equal((await listArticles(t.as("agent"), { limit: 5, search: "bette" })).rows[0]!.slug, "essai");
});

test("questions in people's own words find the right article, in both languages", async () => {
  const cases: [string, "en" | "fr", string][] = [
    ["Comment redémarrer ma box ?", "fr", "redemarrer-le-routeur"],
    ["comment reporter mon rendez-vous", "fr", "changer-le-rendez-vous"],
    ["Pourquoi ma première facture est-elle plus élevée ?", "fr", "comprendre-la-facture"],
    ["je déménage le mois prochain", "fr", "demenager-avec-la-fibre"],
    ["My wifi is slow", "en", "ameliorer-le-wifi"],
    ["how do I pay my invoice by card", "en", "payer-une-facture"],
    ["how to prepare for the technician", "en", "preparer-installation"],
  ];
  for (const [question, locale, slug] of cases) {
    const [best] = await findArticles(t.as(), question, locale, 3);
    assert.equal(best?.slug, slug, question);
  }
  assert.deepEqual(await findArticles(t.as(), "le la les ?", "fr", 3), []);
  assert.deepEqual(await findArticles(t.as(), "' & | ! :* DROP", "fr", 3).then((rows) => rows.length), 0);
  assert.equal((await findForReaders(t.as(), { q: "", locale: "fr", limit: 30 })).rows.length, seedArticles.length);
});

test("words that say nothing are left out, and endings do not matter", () => {
  assert.deepEqual(questionWords("Comment payer mes factures ?"), ["pay", "factur"]);
});
