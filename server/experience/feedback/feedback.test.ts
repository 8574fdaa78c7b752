import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { append } from "#events/append.ts";
import { newId } from "#platform/ids.ts";
import { write } from "#platform/write.ts";
import { createCustomer } from "#record/customers/create-customer.ts";
import { type TestApp, testApp } from "#test/harness/app.ts";
import { lea } from "#test/story/cast.ts";
import { closeLoop } from "./close-loop.ts";
import { correctFeedback } from "./correct-feedback.ts";
import { toneOf } from "./engine/sentiment.ts";
import { toneModelFor } from "./tone-weights.ts";
import { listFeedback, listThemes } from "./queries.ts";

let t: TestApp;
let about: { customerId: string; contactId: string };
before(async () => {
  t = await testApp();
  const made = await createCustomer(t.as("seller"), {
    kind: "company",
    name: "Atelier Martin",
    contacts: [{ firstName: lea.firstName, lastName: lea.lastName, email: lea.email }],
  });
  const contact = await t.app.db.selectFrom("contacts").select("id").where("customer_id", "=", made.id).executeTakeFirstOrThrow();
  about = { customerId: made.id, contactId: contact.id };
});
after(() => t.close());

const answers = async (score: number, comment: string) => {
  await write(t.as(), (tx) =>
    append(tx, t.as(), "survey.answered", {
      subjectId: newId(),
      ...about,
      data: { surveyId: newId(), kind: "nps", score, comment, journeyStage: "use", about: "" },
    }),
  );
  await t.drain();
};

test("an unhappy answer is understood, opens a case, and the customer is told in time what was done, once", async () => {
  await answers(3, "Le technicien est arrivé en retard, personne n’a prévenu.");
  const { rows } = await listFeedback(t.as("cx_lead"), { limit: 10, loop: "open" });
  const item = rows[0]!;
  assert.deepEqual([item.language, item.sentiment, item.isDetractor], ["fr", "negative", true]);
  assert.deepEqual(item.themes, ["staff", "waiting", "information"]);
  assert.equal(item.loopDueAt?.toISOString(), "2026-03-03T17:00:00.000Z");
  const conversation = await t.app.db
    .selectFrom("conversations")
    .selectAll()
    .where("id", "=", item.conversationId!)
    .executeTakeFirstOrThrow();
  assert.equal(conversation.kind, "case");
  t.clock.advanceMs(4 * 3_600_000);
  const done = "Nous avons changé l’heure des tournées et vous préviendrons par SMS.";
  await closeLoop(t.as("cx_lead"), { feedbackId: item.id, done });
  await closeLoop(t.as("cx_lead"), { feedbackId: item.id, done });
  await assert.rejects(closeLoop(t.as("cx_lead"), { feedbackId: item.id, done: "autre" }), /feedback\.loop_closed/);
  await assert.rejects(closeLoop(t.as("cx_lead"), { feedbackId: newId(), done }), /not_found/);
  const loop = await t.app.db.selectFrom("events").select("data").where("type", "=", "loop.closed").execute();
  assert.equal(loop.length, 1);
  assert.deepEqual(
    [(loop[0]!.data as { businessMinutes: number }).businessMinutes, (loop[0]!.data as { inTime: boolean }).inTime],
    [210, true],
  );
  await correctFeedback(t.as("cx_lead"), { feedbackId: item.id, sentiment: "negative", themes: ["install"] });
  assert.deepEqual(
    (await listFeedback(t.as("cx_lead"), { limit: 10, theme: "install" })).rows.map((row) => row.corrected),
    [true],
  );
});

test("a question to the assistant is no feedback; a complaint in a message is", async () => {
  const writes = async (preview: string) => {
    const { eventId } = await write(t.as(), (tx) =>
      append(tx, t.as(), "message.received", {
        subjectId: newId(),
        ...about,
        data: { conversationId: newId(), preview, from: "Léa Martin" },
      }),
    );
    await t.drain();
    return t.app.db.selectFrom("feedback_items").select("sentiment").where("source_event_id", "=", eventId).execute();
  };
  assert.deepEqual(await writes("Bonjour, où est mon technicien ?"), []);
  assert.deepEqual(await writes("C’est inadmissible, toujours pas de connexion !"), [{ sentiment: "negative" }]);
});

test("a happy answer opens no case; a theme that comes up all at once is said to emerge, once a week", async () => {
  await answers(10, "Installation parfaite, merci !");
  assert.equal((await listFeedback(t.as("cx_lead"), { limit: 10, sentiment: "positive" })).rows[0]?.conversationId, null);
  for (let i = 0; i < 4; i += 1) await answers(8, `La facture numéro ${i} du mois est arrivée par la poste`);
  await t.runTimed("feedback/watch-themes");
  await t.runTimed("feedback/watch-themes");
  const emerged = await t.app.db.selectFrom("events").select("data").where("type", "=", "theme.emerged").execute();
  assert.deepEqual(
    emerged.map((row) => row.data),
    [{ theme: "Facturation", count: 4 }],
  );
  assert.equal((await listThemes(t.as("cx_lead"))).rows.find((row) => row.key === "billing")?.now, 4);
});

test("what people correct teaches the engine, once enough is corrected and it helps", async () => {
  const said = (text: string, sentiment: string) => ({
    id: newId(),
    source: "survey",
    source_event_id: newId(),
    text,
    language: "en",
    sentiment,
    confidence: 1,
    themes: [],
    journey_stage: "use",
    corrected_by: "someone",
    received_at: t.as().now,
  });
  const sings = async () => toneOf("The flange sings again", "en", await toneModelFor(t.as())).sentiment;
  const before = await sings();
  const teach = async (from: number, to: number) => {
    const rows = Array.from({ length: to - from }, (_, index) => [
      said(`The flange sings on line ${from + index}`, "negative"),
      said(`The bearing purrs on line ${from + index}`, "positive"),
    ]);
    await t.app.db.insertInto("feedback_items").values(rows.flat()).execute();
    await t.runTimed("feedback/learn-tone");
  };
  await teach(0, 5);
  assert.equal(await sings(), before, "ten corrections are too few");
  await teach(5, 25);
  assert.equal(await sings(), "negative");
  assert.equal(toneOf("The bearing purrs now", "en", await toneModelFor(t.as())).sentiment, "positive");
  const made = await t.app.db.selectFrom("feedback_weights").select("made_at").executeTakeFirstOrThrow();
  t.clock.advanceMs(86_400_000);
  await t.runTimed("feedback/learn-tone");
  assert.deepEqual(
    await t.app.db.selectFrom("feedback_weights").select("made_at").executeTakeFirstOrThrow(),
    made,
    "nothing new, nothing made",
  );
});
