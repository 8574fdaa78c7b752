import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { append } from "#events/append.ts";
import { write } from "#platform/write.ts";
import { createCustomer } from "#record/customers/create-customer.ts";
import { type TestApp, testApp } from "#test/harness/app.ts";
import { completePlaybookTask } from "./complete-task.ts";
import { listPlaybooks, listRuns } from "./queries.ts";
import { startPlaybook } from "./start-playbook.ts";

let t: TestApp;
let customerId: string;
before(async () => {
  t = await testApp();
  customerId = (await createCustomer(t.as("seller"), { kind: "company", name: "Atelier Martin" })).id;
});
after(() => t.close());

test("a risk above the line starts the playbook once; its last step completes it", async () => {
  const risk = (percent: number) =>
    write(t.as(), (tx) =>
      append(tx, t.as(), "churn.risked", {
        subjectId: customerId,
        customerId,
        data: { percent, reasons: [], valueAtRiskMinor: 1n, currency: "EUR" },
      }),
    );
  await risk(30);
  await t.drain();
  assert.equal((await listRuns(t.as("cx_lead"), { limit: 10, customerId })).rows.length, 0);
  await risk(70);
  await risk(80);
  await t.drain();
  const [run, ...more] = (await listRuns(t.as("cx_lead"), { limit: 10, customerId })).rows;
  assert.equal(more.length, 0);
  assert.equal(run!.ownerName, "Chloé Béranger");
  for (const task of run!.tasks) await completePlaybookTask(t.as("sales_manager"), { taskId: task.id });
  await completePlaybookTask(t.as("sales_manager"), { taskId: run!.tasks[0]!.id });
  assert.deepEqual(await t.eventTypes({ subjectId: run!.id }), ["playbook.started", "playbook.completed"]);
});

test("someone may start one by hand, for a customer that exists", async () => {
  const [playbook] = (await listPlaybooks(t.as("cx_lead"))).rows;
  await startPlaybook(t.as("cx_lead"), { playbookId: playbook!.id, customerId, reason: "À la demande" });
  await assert.rejects(
    startPlaybook(t.as("cx_lead"), { playbookId: playbook!.id, customerId: playbook!.id, reason: "x" }),
    /not_found/,
  );
});
