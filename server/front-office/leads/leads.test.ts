import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { submitForm } from "#front-office/forms/submit-form.ts";
import { recordViews } from "#front-office/interactions/record-views.ts";
import { showOpportunity } from "#front-office/opportunities/queries.ts";
import { giveConsent } from "#record/consent/give-consent.ts";
import { type TestApp, testApp } from "#test/harness/app.ts";
import { atelierMartin, jeanne, karim, lea } from "#test/story/cast.ts";
import { captureLead } from "./capture-lead.ts";
import { recycleLead } from "./close-lead.ts";
import { qualifyLead } from "#front-office/opportunities/qualify-lead.ts";
import { changeNurture, showNurture } from "./nurture-steps.ts";
import { listLeads, showLead } from "./queries.ts";
import { respondToLead } from "./respond-to-lead.ts";
import { gradeOf, scoreLead } from "./score.ts";
import { changeRouting, changeScoreRule, showSettings } from "./settings.ts";

let t: TestApp;
before(async () => {
  t = await testApp();
});
after(() => t.close());

async function leaSignsUp(email: string = lea.email) {
  const { visitorId } = await recordViews(t.as(), { views: [{ path: "/p/fibre-pro", utm: { utm_source: "linkedin" } }] });
  await submitForm(t.as({ kind: "visitor", id: visitorId }), {
    slug: "fibre-pro",
    visitorId,
    values: { first_name: lea.firstName, last_name: lea.lastName, email, company: atelierMartin.name },
    purposes: [],
    utm: { utm_source: "linkedin" },
    locale: "fr",
  });
  await t.drain();
  const lead = await t.app.db.selectFrom("leads").selectAll().where("email", "=", email).executeTakeFirstOrThrow();
  return { visitorId, leadId: lead.id };
}

test("a sign-up becomes a scored lead with its reasons; coming back raises the score until sales get it, with a clock", async () => {
  const { visitorId, leadId } = await leaSignsUp();
  const first = await showLead(t.as("marketer"), { leadId });
  assert.equal(first.status, "new");
  assert.equal(first.score, 20 + 4 + 15 + 10);
  assert.deepEqual(first.reasons.map((reason) => reason.key).sort(), ["company", "form", "visit", "work_email"]);
  await recordViews(t.as(), { visitorId, views: [{ path: "/tarifs", utm: {} }] });
  await t.drain();
  const handed = await showLead(t.as("sales_manager"), { leadId });
  assert.equal(handed.status, "handed_over");
  assert.equal(handed.ownerName, "Noé Garnier");
  assert.equal(handed.respondBy!.toISOString(), "2026-03-02T09:00:00.000Z");
  assert.deepEqual(await t.eventTypes({ subjectId: leadId }), [
    "lead.captured",
    "lead.scored",
    "lead.scored",
    "lead.handed_over",
  ]);
});

test("an answer in time stops the clock; a qualified lead becomes account, contacts and deal on the line of the first visit", async () => {
  const { leadId } = await leaSignsUp("lea2@atelier-martin.example");
  await t.app.db
    .updateTable("leads")
    .set({
      status: "handed_over",
      owner_id: t.as("seller").actor.id,
      handed_over_at: t.clock.now(),
      respond_by: new Date(t.clock.now().getTime() + 3_600_000),
    })
    .where("id", "=", leadId)
    .execute();
  t.clock.advanceMs(20 * 60_000);
  await respondToLead(t.as("seller"), { leadId, how: "phone" });
  await respondToLead(t.as("seller"), { leadId, how: "phone" });
  const done = await qualifyLead(t.as("seller"), {
    leadId,
    account: { kind: "company", name: atelierMartin.name, siren: atelierMartin.siren },
    roles: ["buyer", "decision_maker"],
    contacts: [
      { ...karim, roles: ["it"] },
      { ...jeanne, roles: ["finance"] },
    ],
    opportunity: { name: "Fibre Pro Atelier Martin", valueMinor: 140_000n, currency: "EUR" },
  });
  const deal = await showOpportunity(t.as("seller"), { opportunityId: done.opportunityId! });
  assert.equal(deal.customerName, atelierMartin.name);
  assert.equal(
    (await t.app.db.selectFrom("contacts").select("id").where("customer_id", "=", done.customerId).execute()).length,
    3,
  );
  const answered = await t.app.db
    .selectFrom("events")
    .select("data")
    .where("type", "=", "lead.responded_to")
    .where("subject_id", "=", leadId)
    .execute();
  assert.deepEqual(
    answered.map((event) => (event.data as { minutes: number; inTime: boolean }).inTime),
    [true],
  );
  const lines = await t.app.db
    .selectFrom("events")
    .select("correlation_id")
    .where("subject_id", "in", [leadId, done.opportunityId!])
    .execute();
  assert.equal(new Set(lines.map((row) => row.correlation_id)).size, 1, "one line from the visit to the deal");
  await assert.rejects(
    qualifyLead(t.as("seller"), { leadId, account: { customerId: done.customerId }, roles: [], contacts: [], opportunity: null }),
    /lead.wrong_state/,
  );
});

test("silence is nurtured step by step, and a seller who lets the hour pass is noticed once", async () => {
  const { id: leadId } = await captureLead(t.as("marketer"), { name: "Tom Bel", email: "tom@bel.example", source: "manual" });
  await t.drain();
  const { contact_id } = await t.app.db
    .selectFrom("leads")
    .select("contact_id")
    .where("id", "=", leadId)
    .executeTakeFirstOrThrow();
  await giveConsent(t.as(), { contactId: contact_id!, purpose: "marketing_email", how: "said yes on the telephone" });
  t.clock.advanceMs(4 * 86_400_000);
  await t.runTimed("leads/nurture");
  await t.runTimed("leads/nurture");
  assert.equal((await t.eventTypes({ subjectId: leadId })).filter((type) => type === "lead.nurtured").length, 1);
  await t.drain();
  assert.equal(t.app.catcher!.list({ to: "tom@bel.example", limit: 5 }).items.length, 1, "the step really left");
  await t.runTimed("leads/watch-clocks");
  await t.runTimed("leads/watch-clocks");
  const late = (await listLeads(t.as("sales_manager"), { limit: 50, late: true })).rows;
  assert.equal(late.length, 1);
  assert.equal((await t.eventTypes({ subjectId: late[0]!.id })).filter((type) => type === "clock.breached").length, 1);
  await assert.rejects(recycleLead(t.as("seller"), { leadId, reason: "Plus tard" }), /lead.wrong_state/);
});

test("the same person stays one open lead", async () => {
  const one = await captureLead(t.as("marketer"), { name: "Eva Roy", email: "eva@roy.example", source: "manual" });
  const two = await captureLead(t.as("marketer"), { name: "Eva Roy", email: "EVA@roy.example", source: "salon" });
  assert.equal(one.id, two.id);
});

test("points fade by half with each half-life and are capped", () => {
  const rule = {
    key: "visit",
    kind: "engagement" as const,
    label: { en: "", fr: "" },
    matches: "page.viewed",
    pattern: null,
    points: 8,
    halfLifeDays: 7,
    cap: 20,
  };
  const now = new Date("2026-03-15T00:00:00Z");
  const view = (daysAgo: number) => ({
    type: "page.viewed",
    occurredAt: new Date(now.getTime() - daysAgo * 86_400_000),
    text: "/",
  });
  assert.equal(scoreLead({}, [view(0)], [rule], now).score, 8);
  assert.equal(scoreLead({}, [view(7)], [rule], now).score, 4);
  assert.equal(scoreLead({}, [view(14)], [rule], now).score, 2);
  assert.equal(scoreLead({}, [view(0), view(0), view(0)], [rule], now).score, 20);
  assert.deepEqual([gradeOf(30, 45), gradeOf(15, 20), gradeOf(0, 0)], ["A1", "B2", "C3"]);
});

test("the organisation writes its own nurture steps: read as they are, sent in the person's language, refused out of order", async () => {
  const before = await showNurture(t.as("marketer"));
  assert.deepEqual(
    before.steps.map((step) => [step.key, step.afterDays]),
    [
      ["reminder", 3],
      ["case_study", 10],
    ],
  );
  assert.match(before.steps[0]!.mail.fr.title, /\{\{firstName\}\}/, "the words that come with the product can be taken up");
  const [reminder, proof] = before.steps.map(({ key, afterDays, mail }) => ({ key, afterDays, mail }));
  const late = { ...reminder!, afterDays: 20 };
  await assert.rejects(changeNurture(t.as("marketer"), { steps: [late, proof!] }), /lead.nurture_order/);
  await assert.rejects(changeNurture(t.as("marketer"), { steps: [reminder!, { ...reminder!, afterDays: 9 }] }), /nurture_order/);
  const own = {
    ...reminder!,
    mail: { ...reminder!.mail, fr: { ...reminder!.mail.fr, subject: "{{firstName}}, toujours partant ?" } },
  };
  await changeNurture(t.as("marketer"), { steps: [own] });
  const { id: leadId } = await captureLead(t.as("marketer"), { name: "Ana Roy", email: "ana@roy.example", source: "manual" });
  await t.drain();
  const lead = await t.app.db.selectFrom("leads").select("contact_id").where("id", "=", leadId).executeTakeFirstOrThrow();
  await giveConsent(t.as(), { contactId: lead.contact_id!, purpose: "marketing_email", how: "said yes on the telephone" });
  t.clock.advanceMs(4 * 86_400_000);
  await t.runTimed("leads/nurture");
  await t.drain();
  const [card] = t.app.catcher!.list({ to: "ana@roy.example", limit: 5 }).items;
  assert.equal(card!.subject, "Ana, toujours partant ?");
  const after = await showNurture(t.as("marketer"));
  assert.equal(after.steps.length, 1);
  assert.ok(after.steps[0]!.sent >= 2, "both those of before and those of now");
});

test("a rule of the score changes what it is worth; one of fit neither fades nor has a cap", async () => {
  await changeScoreRule(t.as("marketer"), { key: "phone", points: 8, halfLifeDays: 10, cap: 10, active: true });
  await changeScoreRule(t.as("marketer"), { key: "visit", points: 2, halfLifeDays: 3, cap: 12, active: false });
  const { rules } = await showSettings(t.as("marketer"));
  const of = (key: string) => {
    const rule = rules.find((one) => one.key === key)!;
    return [rule.points, rule.halfLifeDays, rule.cap, rule.active];
  };
  assert.deepEqual(
    [of("phone"), of("visit")],
    [
      [8, null, null, true],
      [2, 3, 12, false],
    ],
  );
  await assert.rejects(
    changeScoreRule(t.as("marketer"), { key: "nope", points: 1, halfLifeDays: null, cap: null, active: true }),
    /not_found/,
  );
});

test("routing rules are replaced whole, in their order; words that cannot be searched for change nothing", async () => {
  const team = await t.app.db
    .selectFrom("teams")
    .select(["id", "name"])
    .where("name", "=", "Ventes Sud")
    .executeTakeFirstOrThrow();
  const fair = { name: "Salons", matches: { source: "fair" }, teamId: team.id, strategy: "round_robin" as const };
  const rest = { name: "Le reste", matches: {}, teamId: null, strategy: "least_busy" as const };
  await changeRouting(t.as("sales_manager"), { rules: [rest] });
  await changeRouting(t.as("sales_manager"), { rules: [fair, rest] });
  await assert.rejects(
    changeRouting(t.as("sales_manager"), { rules: [{ ...fair, matches: { company: "(" } }] }),
    /lead.bad_pattern/,
  );
  const { routing } = await showSettings(t.as("sales_manager"));
  assert.deepEqual(routing, [
    { ...fair, teamName: "Ventes Sud" },
    { ...rest, teamName: null },
  ]);
});
