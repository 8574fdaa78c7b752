import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { append } from "#events/append.ts";
import { newId } from "#platform/ids.ts";
import { write } from "#platform/write.ts";
import { type TestApp, testApp } from "#test/harness/app.ts";
import { staff } from "#test/story/cast.ts";
import { assignOpportunity } from "./change-opportunity.ts";
import { advanceOpportunity, loseOpportunity, winOpportunity } from "./move-opportunity.ts";
import { openOpportunity } from "./open-opportunity.ts";
import { listOpportunities, showBoard, showOpportunity } from "./queries.ts";

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

const open = (name = "Fibre") => openOpportunity(t.as("seller"), { name, customerId, valueMinor: 120_000n });

test("a deal lives from opening to won, and its facts say so", async () => {
  const { id } = await open();
  await advanceOpportunity(t.as("seller"), { opportunityId: id, stage: "proposal" });
  await advanceOpportunity(t.as("seller"), { opportunityId: id, stage: "proposal" });
  await winOpportunity(t.as("seller"), { opportunityId: id, valueMinor: 110_000n });
  assert.deepEqual(await t.eventTypes({ subjectId: id }), [
    "opportunity.opened",
    "opportunity.assigned",
    "opportunity.advanced",
    "opportunity.won",
  ]);
  const shown = await showOpportunity(t.as("seller"), { opportunityId: id });
  assert.equal(shown.valueMinor, 110_000n);
  assert.deepEqual(shown.allowed, []);
  await assert.rejects(advanceOpportunity(t.as("seller"), { opportunityId: id, stage: "engaging" }), /opportunity.closed/);
});

test("a lost deal can be opened again; won and lost are not reached by moving", async () => {
  const { id } = await open();
  await assert.rejects(advanceOpportunity(t.as("seller"), { opportunityId: id, stage: "won" }), /use_win_or_loss/);
  await loseOpportunity(t.as("seller"), { opportunityId: id, reason: "Prix" });
  await advanceOpportunity(t.as("seller"), { opportunityId: id, stage: "engaging" });
  assert.equal((await showOpportunity(t.as("seller"), { opportunityId: id })).closedAt, null);
});

test("a deal outside someone's scope does not exist for them", async () => {
  const { id } = await openOpportunity(t.as("seller"), { name: "À Chloé", customerId, ownerId: staff.sales_manager.id });
  const own = { kind: "staff", id: staff.agent.id, name: "", roles: ["seller"], teamId: null, scope: "own" } as const;
  await assert.rejects(showOpportunity(t.as(own), { opportunityId: id }), /not_found/);
  await assert.rejects(assignOpportunity(t.as(own), { opportunityId: id, ownerId: staff.agent.id }), /not_found/);
  assert.deepEqual((await listOpportunities(t.as(own), { limit: 50 })).rows, []);
});

test("the deal follows its quote: sent, negotiated, signed", async () => {
  const { id } = await open("Devis");
  const quoteId = newId();
  const state = (type: "quote.drafted" | "quote.commented", data: never) =>
    write(t.as(), (tx) => append(tx, t.as(), type, { subjectId: quoteId, customerId, data }));
  await state("quote.drafted", { number: "DEV-1", version: 1, opportunityId: id } as never);
  await t.drain();
  await state("quote.commented", { number: "DEV-1", version: 1, comment: "Moins cher ?", asksChange: true } as never);
  await t.drain();
  assert.equal((await showOpportunity(t.as("seller"), { opportunityId: id })).stage, "negotiation");
  const address = { line1: "x", postcode: "13000", city: "Marseille", country: "FR" };
  await write(t.as(), (tx) =>
    append(tx, t.as(), "quote.signed", {
      subjectId: quoteId,
      customerId,
      data: {
        number: "DEV-1",
        version: 1,
        opportunityId: id,
        signedBy: "Léa",
        documentSha256: "0",
        currency: "EUR",
        netMinor: 99_000n,
        taxMinor: 19_800n,
        totalMinor: 118_800n,
        lines: [],
        deliveryAddress: address,
        locale: "fr",
      },
    }),
  );
  await t.drain();
  const shown = await showOpportunity(t.as("seller"), { opportunityId: id });
  assert.deepEqual([shown.stage, shown.valueMinor, shown.quoteIds], ["won", 99_000n, [quoteId]]);
});

test("search finds by the beginning of words, the board adds up", async () => {
  await open("Secours 4G pour l’atelier");
  assert.equal((await listOpportunities(t.as("sales_manager"), { limit: 50, search: "secou atel" })).rows.length, 1);
  const board = await showBoard(t.as("admin"), { perStage: 5 });
  const counted = board.stages.reduce((sum, stage) => sum + stage.count, 0);
  assert.equal(counted, (await listOpportunities(t.as("admin"), { limit: 200 })).rows.length);
});
