import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { append } from "#events/append.ts";
import { newId } from "#platform/ids.ts";
import { write } from "#platform/write.ts";
import { prepareImport } from "#record/imports/prepare-import.ts";
import { runImport } from "#record/imports/run-import.ts";
import { undoImport } from "#record/imports/undo-import.ts";
import { createCustomer } from "#record/customers/create-customer.ts";
import { listProcessCases } from "./list-process-cases.ts";
import { showProcessCase } from "./show-process-case.ts";
import { type Client, type TestServer, testServer } from "#test/harness/http.ts";

let t: TestServer;
let lead: Client;
const deals: string[] = [];
const hourMs = 3_600_000;

before(async () => {
  t = await testServer();
  const { id: customerId } = await createCustomer(t.as("admin"), {
    kind: "company",
    name: "Atelier Martin",
    contacts: [{ firstName: "Léa", lastName: "Martin" }],
  });
  const ctx = t.as();
  const at = (hours: number) => new Date(ctx.now.getTime() + hours * hourMs);
  // Three deals: as meant; sent twice after a change; won without any quote.
  await write(ctx, async (tx) => {
    for (const product of ["Fibre", "Fibre", "Router"]) {
      const dealId = newId();
      deals.push(dealId);
      await append(tx, ctx, "opportunity.opened", {
        subjectId: dealId,
        customerId,
        channel: "web",
        occurredAt: at(0),
        data: {
          name: `${product} ${deals.length}`,
          stage: "engaging",
          valueMinor: 100n,
          currency: "EUR",
          ownerId: null,
          product,
        },
      });
    }
    for (const [index, dealId] of deals.slice(0, 2).entries()) {
      const quoteId = newId();
      const number = `Q-${index}`;
      const sent = { number, version: 1, totalMinor: 100n, currency: "EUR", validUntil: "2027-01-01", documentSha256: "0" };
      const on = { subjectId: quoteId, customerId };
      await append(tx, ctx, "quote.drafted", { ...on, occurredAt: at(1), data: { number, version: 1, opportunityId: dealId } });
      await append(tx, ctx, "quote.sent", { ...on, occurredAt: at(3), data: sent });
      if (index === 1) {
        await append(tx, ctx, "quote.revised", { ...on, occurredAt: at(4), data: { number, version: 2 } });
        await append(tx, ctx, "quote.sent", { ...on, occurredAt: at(54), data: { ...sent, version: 2 } });
      }
    }
    const won = { customerId, occurredAt: at(60), data: { valueMinor: 100n, currency: "EUR", daysOpen: 2 } };
    await append(tx, ctx, "opportunity.won", { ...won, subjectId: deals[2]! });
  });
  t.clock.advanceMs(100 * hourMs);
  await t.drain();
  lead = await t.signIn("cx_lead");
});
after(() => t.close());

const path = "/mining/processes/deal_to_order";
const cases = async (query: string) => (await lead.get(`${path}/cases?${query}`)).body;

test("a deal is a case with its quotes; the graph, the ways through and the deviations are counted from the events", async () => {
  const { status, body } = await lead.get(path);
  assert.equal(status, 200, JSON.stringify(body));
  assert.deepEqual([body.cases, body.events, body.variantCount], [3, 10, 3]);
  const edge = body.edges.find(({ from, to }: { from: string; to: string }) => from === "quote.drafted" && to === "quote.sent");
  assert.deepEqual(edge, { from: "quote.drafted", to: "quote.sent", count: 2, cases: 2, medianHours: 2, meanHours: 2 });
  assert.deepEqual(body.rework, [{ activity: "quote.sent", cases: 1, repeats: 1 }]);
  assert.deepEqual(
    body.activities.find(({ activity }: { activity: string }) => activity === "quote.sent"),
    { activity: "quote.sent", cases: 2, events: 3, starts: 0, ends: 2 },
  );
  assert.equal(body.conformance.classes.missing.cases, 1, "won without a quote");
  const list = (await lead.get("/mining/processes")).body.rows;
  assert.equal(list.find(({ key }: { key: string }) => key === "deal_to_order").cases, 3);
});

test("every figure opens to its cases, and a case to its events", async () => {
  const whole = (await lead.get(path)).body;
  for (const { id, cases: count } of whole.variants) assert.equal((await cases(`where[]=variant:${id}`)).total, count);
  for (const { from, to, cases: count } of whole.edges)
    assert.equal((await cases(`where[]=${encodeURIComponent(`edge:${from}>${to}`)}`)).total, count);
  const slow = await cases(`sort=slowest&where[]=${encodeURIComponent("edge:quote.revised>quote.sent")}`);
  assert.deepEqual([slow.rows[0].caseId, slow.rows[0].edgeHours, slow.rows[0].name], [deals[1], 50, "Fibre 2"]);
  const missing = await cases(`where[]=${encodeURIComponent("deviation:missing>quote.signed")}`);
  assert.deepEqual(
    missing.rows.map(({ caseId, customerName }: Record<string, string>) => [caseId, customerName]),
    [[deals[2], "Atelier Martin"]],
  );
  assert.equal((await cases("where[]=conforms:yes")).total, 2);
  assert.equal((await cases("where[]=product:Router")).total, 1);
  const first = await cases("limit=2");
  assert.equal(first.rows.length, 2);
  assert.equal((await cases(`limit=2&cursor=${first.nextCursor}`)).rows.length, 1);

  const { body: one } = await lead.get(`${path}/cases/${deals[1]}`);
  assert.deepEqual(
    one.steps.map(({ activity, waitHours }: { activity: string; waitHours: number | null }) => [activity, waitHours]),
    [
      ["opportunity.opened", null],
      ["quote.drafted", 1],
      ["quote.sent", 2],
      ["quote.revised", 1],
      ["quote.sent", 50],
    ],
  );
  const { body: events } = await lead.get(`/events?ids[]=${one.steps[4].eventId}`);
  assert.equal(events.rows[0].type, "quote.sent");
});

test("a funnel of chosen steps, within a time, by product; each bar opens to the cases it counts", async () => {
  const steps = "steps[]=opportunity.opened&steps[]=quote.sent&steps[]=quote.revised";
  const { status, body } = await lead.get(`${path}/funnel?${steps}&by=product`);
  assert.equal(status, 200, JSON.stringify(body));
  assert.deepEqual(
    body.steps.map(({ cases: count, medianHours }: Record<string, number>) => [count, medianHours]),
    [
      [3, null],
      [2, 3],
      [1, 1],
    ],
  );
  assert.deepEqual(
    body.groups.map((group: { name: string; cases: number; steps: { cases: number }[] }) => [group.name, group.steps[1]!.cases]),
    [
      ["Fibre", 2],
      ["Router", 0],
    ],
  );
  assert.equal((await lead.get(`${path}/funnel?${steps}&withinHours=2`)).body.steps[1].cases, 0);
  assert.equal((await cases(`${steps}&reached=2`)).total, 2);
  assert.deepEqual(
    (await cases(`${steps}&reached=1&left=true`)).rows.map(({ caseId }: { caseId: string }) => caseId),
    [deals[2]],
  );
});

test("what is malformed, unknown, not permitted or another's is refused or not shown", async () => {
  assert.equal((await lead.get(`${path}?where[]=nonsense`)).status, 400);
  assert.equal((await lead.get("/mining/processes/nope")).status, 404);
  assert.equal((await lead.get(`${path}/cases/${newId()}`)).status, 404);
  assert.equal((await lead.get(`${path}/cases?cursor=x`)).status, 400);
  assert.equal((await lead.get(`${path}/funnel?steps[]=quote.sent`)).status, 400);
  assert.equal((await lead.get(`${path}/funnel?steps[]=quote.sent&steps[]=usage.recorded`)).status, 422);
  assert.equal((await (await t.signIn("technician")).get(path)).status, 403);
  assert.equal((await t.visitor().get(path)).status, 401);

  const { body: people } = await (await t.signIn("admin")).get("/customers", { q: "Atelier Martin" });
  await t.app.db
    .updateTable("customers")
    .set({ team_id: null, owner_id: t.as("seller").actor.id })
    .where("id", "=", people.rows[0].id)
    .execute();
  const own = { kind: "staff", id: newId(), name: "Elsewhere", roles: ["marketer"], teamId: null, scope: "own" } as const;
  const seen = await listProcessCases(t.as(own), { process: "deal_to_order", sort: "newest", limit: 10 });
  assert.deepEqual([seen.total, seen.hidden, seen.rows.length], [3, 3, 0]);
  await assert.rejects(showProcessCase(t.as(own), { process: "deal_to_order", caseId: deals[0]! }), { code: "not_found" });
});

test("history that is taken in makes cases, and takes them along when it is withdrawn", async () => {
  const count = async () => (await lead.get("/mining/processes/lead_to_deal")).body.cases;
  assert.equal(await count(), 0);
  const bytes = Buffer.from("mql_id,first_contact_date,origin\nm1,2026-01-05,email\nm2,2026-01-06,social\n");
  const { id: importId } = await prepareImport(t.as("admin"), {
    kind: "leads",
    fileName: "leads.csv",
    bytes,
    options: { currency: "EUR", replacements: {} },
  });
  await runImport(t.as("admin"), importId);
  await t.drain();
  assert.equal(await count(), 2);
  await undoImport(t.as("admin"), { importId });
  await t.drain();
  assert.equal(await count(), 0);
  assert.equal((await lead.get(path)).body.cases, 3, "others stay");
});
