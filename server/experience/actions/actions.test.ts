import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { append } from "#events/append.ts";
import { newId } from "#platform/ids.ts";
import { write } from "#platform/write.ts";
import { createCustomer } from "#record/customers/create-customer.ts";
import { type TestApp, testApp } from "#test/harness/app.ts";
import { nina } from "#test/story/cast.ts";
import { completeAction } from "./finish-action.ts";
import { listActions, listRules } from "./queries.ts";
import { startAction } from "./start-action.ts";

let t: TestApp;
let customerId: string;
before(async () => {
  t = await testApp();
  customerId = (
    await createCustomer(t.as("seller"), {
      kind: "company",
      name: nina.company,
      contacts: [{ firstName: nina.firstName, lastName: nina.lastName, email: nina.email, locale: "fr" }],
    })
  ).id;
});
after(() => t.close());

test("a threatened promise: the customer is told before they ask, the planner has a task, once; the effect is measured later", async () => {
  const orderId = newId();
  const slip = (expectedFor: string) =>
    write(t.as(), (tx) =>
      append(tx, t.as(), "order.jeopardised", {
        subjectId: orderId,
        customerId,
        data: { promisedFor: "2026-03-09", expectedFor, reason: "Rupture de stock", taskId: newId() },
      }),
    );
  await slip("2026-03-12");
  await slip("2026-03-13");
  await t.drain();
  const [action, ...more] = (await listActions(t.as("cx_lead"), { limit: 10 })).rows;
  assert.equal(more.length, 0);
  assert.deepEqual([action!.ownerName, action!.customerName, action!.automatic], ["Hugo Petit", nina.company, true]);
  assert.deepEqual(
    action!.steps.map((step) => [step.kind, step.done]),
    [
      ["message", true],
      ["goodwill", false],
      ["task", false],
    ],
  );
  const mails = t.app.catcher!.list({ to: nina.email, limit: 10 }).items;
  assert.equal(mails.length, 1);
  assert.match(mails[0]!.subject, /date promise/);
  await completeAction(t.as("planner"), { actionId: action!.id, outcome: "Nouveau stock trouvé à Aix" });
  await completeAction(t.as("planner"), { actionId: action!.id, outcome: "Nouveau stock trouvé à Aix" });
  t.clock.advanceMs(31 * 86_400_000);
  await t.runTimed("actions/measure");
  await t.runTimed("actions/measure");
  assert.equal((await listActions(t.as("cx_lead"), { limit: 10 })).rows[0]!.effect!.verdict, "too_few");
  assert.deepEqual(await t.eventTypes({ subjectId: action!.id }), ["action.started", "action.completed", "action.measured"]);
});

test("someone may start an action on a figure by hand", async () => {
  const { id } = await startAction(t.as("cx_lead"), {
    name: "Rappeler sous une heure",
    reason: "Trop d’attente",
    stage: "enquire",
    measureAfterDays: 30,
  });
  assert.equal((await listActions(t.as("cx_lead"), { limit: 1 })).rows[0]!.id, id);
  assert.ok((await listRules(t.as("cx_lead"))).rows.length >= 3);
});
