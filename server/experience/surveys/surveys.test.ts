import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { append } from "#events/append.ts";
import { react } from "#events/react.ts";
import { newId } from "#platform/ids.ts";
import { write } from "#platform/write.ts";
import { createCustomer } from "#record/customers/create-customer.ts";
import { withdrawConsent } from "#record/consent/withdraw-consent.ts";
import { type TestApp, testApp } from "#test/harness/app.ts";
import { lea } from "#test/story/cast.ts";
import { answerSurvey, openSurvey } from "./answer-survey.ts";
import { listAnswers, listSurveys } from "./queries.ts";
import { surveyLink } from "./survey-link.ts";
import { tiredness } from "./survey.ts";

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

/** Only this module reacts: the visit itself is no order of anyone. */
const installed = async () => {
  const { eventId } = await write(t.as(), (tx) =>
    append(tx, t.as(), "installation.confirmed", {
      subjectId: newId(),
      ...about,
      data: { orderId: newId(), appointmentId: newId(), taskId: newId(), confirmedBy: "Léa", firstTimeRight: true },
    }),
  );
  await react(t.app, eventId, "surveys/schedule");
  await react(t.app, eventId, "surveys/schedule");
};
const visitor = () => t.as({ kind: "visitor", id: newId() });
const tokenOf = async () => {
  const { id } = await t.app.db
    .selectFrom("survey_invitations")
    .select("id")
    .where("status", "=", "sent")
    .executeTakeFirstOrThrow();
  return new URL(surveyLink(t.app, id, new Date(t.clock.now().getTime() + 86_400_000))).searchParams.get("token")!;
};
const stated = async () => (await t.eventTypes({ customerId: about.customerId })).filter((type) => type.startsWith("survey."));

test("fatigue: a gap between any two questions, and so many in a window", () => {
  const now = new Date("2026-03-31T00:00:00Z");
  const rules = { minGapDays: 3, maxAsked: 2, windowDays: 30 };
  const ago = (days: number) => new Date(now.getTime() - days * 86_400_000);
  assert.equal(tiredness([], rules, now), null);
  assert.equal(tiredness([ago(2)], rules, now), "asked_recently");
  assert.equal(tiredness([ago(10), ago(20)], rules, now), "asked_often");
  assert.equal(tiredness([ago(10), ago(40)], rules, now), null);
});

test("a moment is followed by its question, once; the answer by its link counts once; the next moment comes too soon", async () => {
  await installed();
  await t.runTimed("surveys/send");
  assert.deepEqual(await stated(), [], "not before its hour");
  t.clock.advanceMs(2 * 3_600_000);
  await t.runTimed("surveys/send");
  await t.runTimed("surveys/send");
  assert.deepEqual(await stated(), ["survey.sent"]);
  const token = await tokenOf();
  const seen = await openSurvey(visitor(), { token });
  assert.deepEqual([seen.kind, seen.answered], ["csat", null]);
  await assert.rejects(answerSurvey(visitor(), { token, score: 9 }), /survey\.off_scale/);
  await assert.rejects(answerSurvey(visitor(), { token: `${token}x`, score: 4 }), /survey\.link_invalid/);
  await answerSurvey(visitor(), { token, score: 4, comment: " Très bien " });
  await answerSurvey(visitor(), { token, score: 4, comment: "Très bien" });
  await assert.rejects(answerSurvey(visitor(), { token, score: 1 }), /survey\.answered_already/);
  assert.deepEqual(await stated(), ["survey.sent", "survey.answered"]);
  await installed();
  t.clock.advanceMs(3 * 3_600_000);
  await t.runTimed("surveys/send");
  assert.deepEqual(await stated(), ["survey.sent", "survey.answered", "survey.skipped"]);
  const csat = (await listSurveys(t.as("cx_lead"), {})).rows.find((row) => row.kind === "csat")!;
  assert.deepEqual([csat.sent, csat.skipped, csat.answered, csat.score?.value], [1, 1, 1, 1]);
  assert.ok(csat.score!.low < 0.25, "one answer says little");
  assert.equal((await listAnswers(t.as("cx_lead"), { limit: 10 })).rows[0]?.comment, "Très bien");
});

test("who said no to questions is not asked, and the reason is kept", async () => {
  t.clock.advanceMs(10 * 86_400_000);
  await withdrawConsent(t.as(), { contactId: about.contactId, purpose: "surveys", reason: "no" });
  await installed();
  t.clock.advanceMs(3 * 3_600_000);
  await t.runTimed("surveys/send");
  const last = await t.app.db
    .selectFrom("survey_invitations")
    .select(["status", "reason"])
    .orderBy("due_at", "desc")
    .executeTakeFirstOrThrow();
  assert.deepEqual(last, { status: "skipped", reason: "withdrawn" });
});
