import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { runTimedJob } from "#events/loops.ts";
import { modules } from "#server/modules.ts";
import { type TestServer, testServer } from "#test/harness/http.ts";
import { type Played, playStory } from "#test/story/play.ts";
import { openScene, type Scene } from "#test/story/scene.ts";

let t: TestServer;
let played: Played;
let scene: Scene;
before(
  async () => {
    t = await testServer();
    const baseUrl = await t.server.listen({ port: 0, host: "127.0.0.1" });
    t.app.config.publicUrl = baseUrl;
    const afterClock = async () => {
      for (const job of modules.flatMap((module) => module.jobs ?? []))
        if (job.name !== "organisation/follow-clock") await runTimedJob(t.app, job);
      await t.drain();
    };
    scene = openScene({
      baseUrl,
      paceMs: 0,
      settle: () => t.drain(),
      afterClock,
      log: (line) => process.env.STORY_LOG && console.log(line),
    });
    played = await playStory(scene);
  },
  { timeout: 240_000 },
);
after(() => t.close());

/** What happens to Léa, in this order; more may happen in between. */
const line = `
  campaign.launched page.viewed form.submitted consent.requested lead.captured lead.scored consent.given
  lead.nurtured message.clicked lead.handed_over lead.responded_to lead.qualified customer.created opportunity.opened
  lead.converted basket.started basket.configured quote.requested quote.drafted quote.submitted approval.requested
  approval.granted quote.sent quote.viewed quote.commented quote.revised quote.sent quote.accepted quote.signed
  opportunity.won order.placed order.planned appointment.offered survey.sent survey.answered appointment.booked
  shipment.dispatched shipment.delivered technician.dispatched technician.arrived installation.completed
  installation.confirmed subscription.started service.provisioned delivery.confirmed order.completed survey.sent
  survey.answered usage.recorded usage.threshold_reached usage.recorded invoice.issued invoice.sent invoice.viewed
  payment.received payment.matched revenue.recognised journal.exported survey.sent survey.answered feedback.received
  complaint.opened message.replied loop.closed order.placed order.jeopardised action.started action.measured
  conversation.opened message.received message.replied message.received conversation.handed_over message.replied
  message.received conversation.resolved referral.made lead.captured`
  .trim()
  .split(/\s+/);

/** How often each of the facts that must not repeat happened, for Léa and Nina together. */
const counts = {
  "campaign.launched": 1,
  "form.submitted": 1,
  "consent.requested": 1,
  "lead.captured": 2,
  "lead.converted": 1,
  "quote.sent": 3,
  "quote.signed": 2,
  "order.placed": 2,
  "order.completed": 1,
  "subscription.started": 2,
  "usage.recorded": 5,
  "invoice.issued": 2,
  "payment.received": 1,
  "survey.answered": 3,
  "referral.made": 1,
};

test("the line holds every event, in its order, each as often as it happened", async () => {
  const types = await t.eventTypes();
  let from = 0;
  for (const type of line) {
    const at = types.indexOf(type, from);
    assert.notEqual(at, -1, `${type} is missing after ${types[from - 1] ?? "the beginning"}`);
    from = at + 1;
  }
  const happened = Object.fromEntries(Object.keys(counts).map((type) => [type, types.filter((each) => each === type).length]));
  assert.deepEqual(happened, counts);
});

test("the quote: 12 % off the router, one-off and monthly, VAT once", async () => {
  const seller = await scene.as("seller");
  const { offer, status, version } = await seller.get(`/quotes/${played.quoteId}`);
  assert.deepEqual([status, version], ["accepted", 2]);
  assert.deepEqual(
    offer.lines.map((each: { sku: string; netMinor: string }) => [each.sku, each.netMinor]),
    [
      ["ROUTER-PRO", "16632"], // 189.00 less 12 %
      ["INSTALL", "14900"],
      ["FIBRE-PRO", "8900"],
      ["CARE-PLUS", "1900"],
    ],
  );
  const { net_minor, tax_minor, total_minor } = await t.app.db
    .selectFrom("quote_list")
    .selectAll()
    .where("id", "=", played.quoteId)
    .executeTakeFirstOrThrow();
  assert.deepEqual([net_minor, tax_minor, total_minor], [42_332n, 8_466n, 50_798n]);
});

test("the invoice: what was sold, what ran for 22 of 31 days, what was used; VAT once; paid in full", async () => {
  const biller = await scene.as("biller");
  const invoice = await biller.get(`/invoices/${played.invoiceId}`);
  type Line = { kind: string; sku: string; quantity: string; netMinor: string };
  assert.deepEqual(
    invoice.lines.map((each: Line) => [each.kind, each.sku, each.quantity, each.netMinor]),
    [
      ["one_off", "ROUTER-PRO", "1", "16632"],
      ["service", "INSTALL", "1", "14900"],
      ["recurring", "FIBRE-PRO", "1", "6316"], // 89.00 × 22/31: from 10 March
      ["recurring", "FIBRE-PRO", "1", "8900"], // April in advance
      ["recurring", "CARE-PLUS", "1", "1348"], // 19.00 × 22/31
      ["recurring", "CARE-PLUS", "1", "1900"],
      ["usage", "FIBRE-PRO", "60", "300"], // 260 minutes less 200 free, 0.05 each
    ],
  );
  assert.deepEqual(invoice.vat, [{ category: "S", rate: "20", baseMinor: "50296", taxMinor: "10059" }]);
  assert.deepEqual(
    [invoice.netMinor, invoice.taxMinor, invoice.totalMinor, invoice.paidMinor, invoice.openMinor, invoice.status],
    ["50296", "10059", "60355", "60355", "0", "paid"],
  );
  assert.deepEqual(
    invoice.documents.map((each: { format: string }) => each.format),
    ["facturx", "ubl"],
  );
});

test("the ledger balances to the cent, and its revenue walks back to the first click", async () => {
  const biller = await scene.as("biller");
  const { rows, checks } = await biller.get("/ledger/balance");
  const sum = (side: string) => rows.reduce((total: bigint, row: Record<string, string>) => total + BigInt(row[side]!), 0n);
  assert.equal(sum("debitMinor"), sum("creditMinor"));
  assert.equal(checks.agree, true);
  const balance = Object.fromEntries(
    rows.map((row: { account: string; balanceMinor: string }) => [row.account, row.balanceMinor]),
  );
  assert.equal(balance["707000"], "-16632", "goods: the router");
  assert.equal(balance["511500"], "60355", "received by card");

  const { rows: entries } = await biller.get("/ledger/entries", { account: "707000", customerId: played.customerId });
  const { causes } = await (await scene.as("admin")).get(`/events/${entries.at(-1).sourceEventId}/causes`);
  const walked: string[] = causes.map((cause: { type: string }) => cause.type);
  assert.equal(walked.at(-1), "page.viewed");
  assert.equal(causes.at(-1).occurredAt, "2026-03-02T08:00:00.000Z", JSON.stringify(causes.slice(-2)));
  for (const type of ["order.placed", "quote.signed", "quote.requested", "basket.started"])
    assert.ok(walked.includes(type), `${type} is not in ${walked.join(" < ")}`);
});

test("the journey map shows Léa in every stage she lived", () => {
  assert.deepEqual(
    played.map.filter(({ customers }) => customers > 0).map(({ stage }) => stage),
    ["discover", "enquire", "choose", "receive", "use", "pay", "recommend"],
  );
});
