import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { append } from "#events/append.ts";
import { rebuild } from "#events/project.ts";
import { newId } from "#platform/ids.ts";
import { write } from "#platform/write.ts";
import { confirmCode } from "#record/portal/confirm-code.ts";
import { requestCode } from "#record/portal/request-code.ts";
import { createCustomer } from "#record/customers/create-customer.ts";
import { type TestApp, testApp } from "#test/harness/app.ts";
import { changeStages } from "./change-journey.ts";
import { addImprovement } from "./improve-journey.ts";
import { drawFunnel } from "./draw-funnel.ts";
import { drawMap } from "./draw-map.ts";
import { emotionOf, painsOf } from "./journey.ts";
import { journeyMap } from "./projection.ts";
import { listStanding, showJourney } from "./queries.ts";

let t: TestApp;
before(async () => {
  t = await testApp();
});
after(() => t.close());

const slug = "customer";
const hours = (n: number) => new Date(t.clock.now().getTime() - n * 3_600_000);
const stage = async (key: string, segment?: string) =>
  (await drawMap(t.as("cx_lead"), { slug, segment })).stages.find((each) => each.key === key)!;

test("answers on three scales become one emotion, -2 to +2", () => {
  assert.deepEqual([emotionOf("nps", 0), emotionOf("nps", 5), emotionOf("nps", 10)], [-2, 0, 2]);
  assert.deepEqual([emotionOf("csat", 1), emotionOf("csat", 5)], [-2, 2]);
  assert.deepEqual([emotionOf("ces", 1), emotionOf("ces", 4), emotionOf("ces", 7)], [-2, 0, 2]);
  assert.equal(emotionOf("stars", 3), null);
});

test("a late answer hurts where it was late: with a lead, or with a customer who asked for help", () => {
  assert.deepEqual(painsOf({ type: "clock.breached", stage: "use", data: { leadId: "x" } }), [
    { pain: "late_answer", stage: "enquire" },
  ]);
  assert.deepEqual(painsOf({ type: "clock.breached", stage: "use", data: {} }), [{ pain: "late_reply", stage: "use" }]);
});

test("a visitor who becomes a contact and then an account is one case; late facts fall into their place; a rebuild says the same", async () => {
  const customer = await createCustomer(t.as("seller"), { kind: "company", name: "Atelier Martin" });
  const visitorId = newId();
  const contactId = newId();
  const orderId = newId();
  await write(t.as(), async (tx) => {
    const ctx = t.as();
    await append(tx, ctx, "page.viewed", {
      subjectId: visitorId,
      channel: "web",
      occurredAt: hours(50),
      data: { path: "/", visitorId, utm: {} },
    });
    await append(tx, ctx, "contact.identified", {
      subjectId: contactId,
      contactId,
      occurredAt: hours(49),
      data: { name: "Léa", visitorId, email: "l@x.example" },
    });
    await append(tx, ctx, "lead.captured", {
      subjectId: newId(),
      contactId,
      occurredAt: hours(48),
      data: { source: "web", name: "Léa", email: null, company: null },
    });
  });
  await t.drain();
  assert.equal((await stage("enquire")).customers, 1);
  await write(t.as(), async (tx) => {
    const ctx = t.as();
    const about = { customerId: customer.id, contactId };
    await append(tx, ctx, "quote.declined", {
      subjectId: newId(),
      ...about,
      occurredAt: hours(20),
      data: { number: "D-1", reason: "x" },
    });
    await append(tx, ctx, "order.completed", {
      subjectId: orderId,
      ...about,
      occurredAt: hours(4),
      data: { number: "C-1", onTime: true, promisedFor: null },
    });
    await append(tx, ctx, "survey.answered", {
      subjectId: newId(),
      ...about,
      data: { surveyId: newId(), kind: "csat", score: 5, journeyStage: "receive", about: "C-1" },
    });
    await append(tx, ctx, "order.jeopardised", {
      subjectId: orderId,
      ...about,
      occurredAt: hours(10),
      data: { promisedFor: "2026-03-01", expectedFor: "2026-03-05", reason: "stock", taskId: newId() },
    });
  });
  await t.drain();
  const seen = async () => {
    const [enquire, choose, receive] = [await stage("enquire"), await stage("choose"), await stage("receive")];
    assert.equal(enquire.medianHours, 28);
    assert.deepEqual([enquire.customers, choose.customers, receive.customers, receive.share], [1, 1, 1, 1]);
    assert.equal(receive.emotion.value, 2);
    assert.equal(receive.emotion.n, 1);
    assert.equal(receive.emotion.filter.ids?.length, 1);
    assert.equal(choose.emotion.value, null);
    assert.deepEqual(
      receive.pains.map((pain) => [pain.key, pain.count, pain.filter.ids.length]),
      [["jeopardy", 1, 1]],
    );
    assert.equal(receive.touchpoints.find((each) => each.type === "order.completed")?.count, 1);
    const cases = await t.app.db.selectFrom("journey_cases").select("id").where("root_id", "=", customer.id).execute();
    assert.equal(cases.length, 3);
    const standing = await listStanding(t.as("cx_lead"), { slug, stage: "receive", limit: 10 });
    assert.deepEqual(
      standing.rows.map((row) => row.name),
      ["Atelier Martin"],
    );
  };
  await seen();
  await rebuild(t.app, journeyMap);
  await seen();
});

test("of those who lived the stage before, the share who came on: arriving by another way is not counted, so never above 100 %", async () => {
  const before = await stage("pay");
  const paid = (n: number, customerId: string) =>
    write(t.as(), (tx) =>
      append(tx, t.as(), "invoice.disputed", {
        subjectId: newId(),
        customerId,
        occurredAt: hours(n),
        data: { number: `F-${n}`, reason: "x" },
      }),
    );
  const used = (n: number, customerId: string) =>
    write(t.as(), (tx) =>
      append(tx, t.as(), "usage.threshold_reached", {
        subjectId: newId(),
        customerId,
        occurredAt: hours(n),
        data: { meter: "minutes", percent: 80, subscriptionId: newId() },
      }),
    );
  const [ann, bob, eve] = [newId(), newId(), newId()];
  await used(30, ann);
  await paid(20, ann); // went on
  await paid(30, bob);
  await used(20, bob); // paid before, not after
  await paid(20, eve); // never used
  await t.drain();
  const pay = await stage("pay");
  assert.equal(before.customers, 0);
  assert.deepEqual([pay.customers, pay.shareOf, pay.share], [3, 2, 0.5]);
});

test("a security code and the sign-in it opens are no point of contact, at no stage", async () => {
  const { id: customerId } = await createCustomer(t.as("seller"), {
    kind: "company",
    name: "Codes",
    contacts: [{ firstName: "A", lastName: "B", email: "codes@exemple.example" }],
  });
  await requestCode(t.as({ kind: "visitor", id: "v" }), { email: "codes@exemple.example" });
  await t.drain();
  const [mail] = t.app.catcher!.list({ to: "codes@exemple.example", limit: 1 }).items;
  const code = /\b\d{6}\b/.exec((await t.app.catcher!.get(mail!.id))!.text)![0];
  await confirmCode(t.as({ kind: "visitor", id: "v" }), { email: "codes@exemple.example", code });
  await t.drain();
  const rows = await t.app.db
    .selectFrom("events")
    .select(["type", "stage"])
    .where("customer_id", "=", customerId)
    .where("type", "in", ["message.sent", "portal.signed_in"])
    .orderBy("position")
    .execute();
  assert.deepEqual(rows, [
    { type: "message.sent", stage: null },
    { type: "portal.signed_in", stage: null },
  ]);
});

test("a KPI says its window; with nothing in it, its last figure and when that was", async () => {
  await t.app.db
    .insertInto("kpi_readings")
    .values({ key: "win_rate", day: "2026-01-12", value: 0.4, n: 20, target: 0.3 })
    .execute();
  const kpi = (await stage("choose")).kpis.find((each) => each.key === "win_rate")!;
  assert.equal(kpi.value, null);
  assert.deepEqual(kpi.last, { value: 0.4, n: 20, day: "2026-01-12" });
  assert.equal(kpi.filter.to.toISOString(), "2026-01-13T00:00:00.000Z");
  assert.equal((kpi.filter.to.getTime() - kpi.filter.from.getTime()) / 86_400_000, kpi.windowDays);
});

test("the funnel counts steps in their order only", async () => {
  const steps = ["page.viewed", "lead.captured", "quote.declined", "order.completed"];
  const { steps: counted } = await drawFunnel(t.as("cx_lead"), { slug, steps, withinDays: 365 });
  assert.deepEqual(
    counted.map((step) => step.count),
    [1, 1, 1, 1],
  );
  const backwards = await drawFunnel(t.as("cx_lead"), { slug, steps: ["order.completed", "lead.captured"], withinDays: 365 });
  assert.deepEqual(
    backwards.steps.map((step) => step.count),
    [1, 0],
  );
  await assert.rejects(drawFunnel(t.as("cx_lead"), { slug, steps: ["a.b", "c.d"], withinDays: 1 }), /journey\.unknown_step/);
});

test("stages and improvements are the organisation's own; a stage cannot be named twice, a foreign stage has no improvement", async () => {
  const { stages } = await showJourney(t.as("cx_lead"), { slug });
  assert.equal(stages.length, 8);
  await assert.rejects(changeStages(t.as("cx_lead"), { slug, stages: [stages[0]!, stages[0]!] }), /journey\.stage_twice/);
  await addImprovement(t.as("cx_lead"), { slug, stage: "receive", name: "Prévenir plus tôt" });
  assert.equal((await stage("receive")).actions[0]?.name, "Prévenir plus tôt");
  await assert.rejects(addImprovement(t.as("cx_lead"), { slug, stage: "elsewhere", name: "x" }), /not_found/);
});
