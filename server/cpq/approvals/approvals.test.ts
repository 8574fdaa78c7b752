import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { newId } from "#platform/ids.ts";
import { type TestApp, testApp } from "#test/harness/app.ts";
import { grantApproval, refuseApproval } from "./decide-approval.ts";
import { grantedReasons, listApprovals, pendingApprovals } from "./queries.ts";
import { requestApproval } from "./request-approval.ts";
import { withdrawApprovals } from "./withdraw-approvals.ts";

let t: TestApp;
let customerId: string;
before(async () => {
  t = await testApp();
  customerId = newId();
  await t.app.db
    .insertInto("customers")
    .values({ id: customerId, number: "CLI-T1", kind: "company", name: "Atelier Martin" })
    .execute();
});
after(() => t.close());

const reason = {
  key: "ROUTER-PRO/discount_10",
  text: { en: "a discount of 12%", fr: "une remise de 12 %" },
  discountPercent: "12.00",
  marginPercent: "33.86",
};
async function ask(roles: readonly string[], quoteId = newId()): Promise<{ quoteId: string; ids: string[] }> {
  const { actor } = t.as("seller");
  const { ids } = await requestApproval(t.as("seller"), {
    quoteId,
    quoteNumber: "DEV-2026-00001",
    version: 1,
    customerId,
    contactId: null,
    customerName: "Atelier Martin",
    totalMinor: 48_518n,
    currency: "EUR",
    teamId: actor.kind === "staff" ? actor.teamId : null,
    asked: roles.map((approverRole) => ({ approverRole, reasons: [reason], counterfactual: null })),
  });
  return { quoteId, ids };
}

test("it is due after four open hours, and asked once", async () => {
  const { quoteId, ids } = await ask(["sales_manager"]);
  const { rows } = await listApprovals(t.as("sales_manager"), { limit: 50, quoteId });
  // Monday 09:00 in Marseille: 3.5 h until lunch, half an hour after it.
  assert.equal(rows[0]!.dueAt.toISOString(), "2026-03-02T13:30:00.000Z");
  assert.ok(rows[0]!.mine);
  assert.deepEqual((await ask(["sales_manager"], quoteId)).ids, []);
  assert.equal(await pendingApprovals(t.as(), quoteId), 1);
  assert.equal((await listApprovals(t.as("seller"), { limit: 50, mine: true })).rows.length, 0);
  await assert.rejects(grantApproval(t.as("seller"), { approvalId: ids[0]! }), /approval.not_yours/);
});

test("granting takes every role asked, counts open minutes, and twice is once", async () => {
  const { quoteId, ids } = await ask(["sales_manager", "admin"]);
  t.clock.advanceMs(20 * 60_000);
  await grantApproval(t.as("sales_manager"), { approvalId: ids[0]!, comment: "Bon client" });
  await grantApproval(t.as("sales_manager"), { approvalId: ids[0]! });
  await assert.rejects(grantApproval(t.as("sales_manager"), { approvalId: ids[1]! }), /approval.not_yours/);
  assert.equal(await pendingApprovals(t.as(), quoteId), 1);
  await grantApproval(t.as("admin"), { approvalId: ids[1]! });
  assert.equal(await pendingApprovals(t.as(), quoteId), 0);
  assert.equal((await grantedReasons(t.as(), quoteId)).length, 2);
  assert.deepEqual(await t.eventTypes({ subjectId: ids[0]! }), ["approval.requested", "approval.granted"]);
  const event = await t.app.db
    .selectFrom("events")
    .select("data")
    .where("type", "=", "approval.granted")
    .executeTakeFirstOrThrow();
  assert.equal((event.data as { minutes: number }).minutes, 20);
  await assert.rejects(refuseApproval(t.as("admin"), { approvalId: ids[1]!, comment: "Non" }), /approval.decided/);
});

test("who asked does not decide; withdrawn ones are decided no more; other teams do not see them", async () => {
  const { quoteId, ids } = await ask(["sales_manager"]);
  const seller = t.as("seller").actor;
  if (seller.kind !== "staff") throw new Error("a seller is staff");
  const both = { ...seller, roles: ["seller", "sales_manager"] as const };
  await assert.rejects(grantApproval(t.as(both), { approvalId: ids[0]! }), /approval.own/);
  const elsewhere = { ...both, id: newId(), teamId: newId() };
  await assert.rejects(grantApproval(t.as(elsewhere), { approvalId: ids[0]! }), /not_found/);
  await withdrawApprovals(t.as("seller"), { quoteId });
  await withdrawApprovals(t.as("seller"), { quoteId });
  await assert.rejects(grantApproval(t.as("sales_manager"), { approvalId: ids[0]! }), /approval.decided/);
  assert.deepEqual(await t.eventTypes({ subjectId: ids[0]! }), ["approval.requested", "approval.withdrawn"]);
});

test("what nobody answers in time is escalated to the administrators, once", async () => {
  const { ids } = await ask(["sales_manager"]);
  t.clock.advanceMs(24 * 3_600_000);
  await t.runTimed("approvals/escalate-overdue");
  await t.runTimed("approvals/escalate-overdue");
  assert.deepEqual(await t.eventTypes({ subjectId: ids[0]! }), ["approval.requested", "approval.escalated"]);
  assert.ok((await listApprovals(t.as("admin"), { limit: 50, mine: true })).rows.some((row) => row.id === ids[0]));
});
