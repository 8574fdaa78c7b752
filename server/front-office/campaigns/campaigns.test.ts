import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { append } from "#events/append.ts";
import { submitForm } from "#front-office/forms/submit-form.ts";
import { recordViews } from "#front-office/interactions/record-views.ts";
import { newId } from "#platform/ids.ts";
import { write } from "#platform/write.ts";
import { giveConsent } from "#record/consent/give-consent.ts";
import { withdrawConsent } from "#record/consent/withdraw-consent.ts";
import { createCustomer } from "#record/customers/create-customer.ts";
import { recordClick } from "#record/messaging/record-engagement.ts";
import { createSegment } from "#record/segments/save-segment.ts";
import { type TestApp, testApp } from "#test/harness/app.ts";
import { atelierMartin, lea } from "#test/story/cast.ts";
import { landingUrl, mailFor, tooManyLeave } from "./campaign.ts";
import { figureEvents } from "./figure-events.ts";
import { launchCampaign } from "./launch-campaign.ts";
import { listCampaigns, previewMail, readPage, showCampaign } from "./queries.ts";
import { showResults } from "./results.ts";
import { changeCampaign, createCampaign } from "./save-campaign.ts";
import { sendTest } from "./send-test.ts";
import { endCampaign, pauseCampaign } from "./stop-campaign.ts";
import { takeTokens } from "./take-tokens.ts";

let t: TestApp;
before(async () => {
  t = await testApp();
});
after(() => t.close());

async function people(count: number, prefix: string, agreeing = count) {
  const { id: customerId } = await createCustomer(t.as(), {
    kind: "company",
    name: `${atelierMartin.name} ${prefix}`,
    contacts: Array.from({ length: count }, (_, n) => ({
      firstName: `Léa${n}`,
      email: `${prefix}${n}@atelier.example`,
      jobTitle: prefix,
    })),
  });
  const contacts = await t.app.db
    .selectFrom("contacts")
    .select(["id", "email"])
    .where("customer_id", "=", customerId)
    .orderBy("email")
    .execute();
  for (const contact of contacts.slice(0, agreeing))
    await giveConsent(t.as(), { contactId: contact.id, purpose: "marketing_email", how: "test" });
  const { id: segmentId } = await createSegment(t.as("marketer"), {
    name: prefix,
    description: "",
    definition: {
      match: "all",
      groups: [{ match: "all", rules: [{ kind: "field", field: "contact.jobTitle", op: "is", value: prefix }] }],
    },
  });
  return { contacts, segmentId, customerId };
}
async function copyOfFibrePro(slug: string, segmentId: string) {
  const [fibre] = (await listCampaigns(t.as("marketer"), { limit: 5, search: "Fibre" })).rows;
  const { mail, page } = await showCampaign(t.as("marketer"), { campaignId: fibre!.id });
  return createCampaign(t.as("marketer"), {
    name: slug,
    offer: "Fibre Pro",
    slug,
    segmentId,
    mail,
    page,
    formSlug: "fibre-pro",
    utm: {},
    startsAt: null,
    endsAt: null,
    unsubscribeLimitBp: 50,
  });
}

test("from a launch to the money: those who agreed get it once, the others are counted with the reason, and what follows is found on the line", async () => {
  const { segmentId, contacts, customerId } = await people(4, "story", 3);
  const { id: campaignId } = await copyOfFibrePro("histoire", segmentId);
  await assert.rejects(readPage(t.as(), { slug: "histoire" }), /not_found/, "a draft is nobody's to read");
  await Promise.all([launchCampaign(t.as("marketer"), { campaignId }), launchCampaign(t.as("marketer"), { campaignId })]);
  await t.drain();
  await launchCampaign(t.as("marketer"), { campaignId });
  await t.drain();
  assert.deepEqual(await t.eventTypes({ subjectId: campaignId }), ["campaign.launched"]);
  assert.equal(t.app.catcher!.list({ to: "story0@atelier.example", limit: 5 }).items.length, 1);
  const card = t.app.catcher!.list({ to: "story0@atelier.example", limit: 1 }).items[0]!;
  const mail = (await t.app.catcher!.get(card.id))!;
  assert.match(mail.subject, /^Léa0, /);
  assert.match(mail.text, /\/l\/[\w-]{16}/, "links are tracked");
  await assert.rejects(changeCampaign(t.as("marketer"), { campaignId, mail: null }), /already_launched/);

  // she clicks, looks, leaves her details; a deal and an order grow on that line
  const link = await t.app.db
    .selectFrom("message_links")
    .selectAll()
    .where("url", "like", "%/p/histoire%")
    .orderBy("token")
    .executeTakeFirstOrThrow();
  const visitorId = newId();
  const url = new URL((await recordClick(t.as(), { token: link.token, visitorId, counts: true }))!);
  assert.equal(url.searchParams.get("utm_campaign"), "histoire");
  const click = await t.app.db.selectFrom("events").selectAll().where("type", "=", "message.clicked").executeTakeFirstOrThrow();
  await recordViews(t.as(), {
    clickId: click.id,
    views: [{ path: "/p/histoire", utm: { utm_source: "linkedin", utm_medium: "social" } }],
  });
  const [viewed] = await t.app.db.selectFrom("events").selectAll().where("type", "=", "page.viewed").execute();
  assert.deepEqual(
    [viewed!.subject_id, viewed!.causation_id, viewed!.correlation_id],
    [visitorId, click.id, click.correlation_id],
    "a browser that never came before is the one that clicked, and goes on along its line",
  );
  await recordViews(t.as(), { visitorId, views: [{ path: "/p/histoire", utm: { utm_source: "email", utm_medium: "email" } }] });
  const page = await readPage(t.as(), { slug: "histoire" });
  assert.equal(page.campaignId, campaignId);
  assert.deepEqual(
    page.form!.purposes.map((purpose) => purpose.key),
    ["marketing_email", "profiling"],
  );
  await submitForm(t.as(), {
    slug: page.form!.slug,
    visitorId,
    campaignId,
    values: { first_name: lea.firstName, last_name: lea.lastName, email: "nouvelle@atelier.example" },
    purposes: [],
    utm: {},
    locale: "fr",
  });
  await t.drain();
  const lead = await t.app.db.selectFrom("leads").selectAll().where("campaign_id", "=", campaignId).executeTakeFirstOrThrow();
  await write(t.as(), (tx) =>
    append(tx, t.as(), "order.placed", {
      subjectId: newId(),
      customerId,
      follows: lead.id,
      data: {
        number: "CMD-1",
        quoteId: null,
        opportunityId: null,
        currency: "EUR",
        netMinor: 42_700n,
        totalMinor: 51_240n,
        items: [],
        deliveryAddress: { line1: "x", postcode: "13006", city: "Marseille", country: "FR" },
        locale: "fr",
      },
    }),
  );
  const results = await showResults(t.as("marketer"), { campaignId });
  assert.deepEqual(
    { ...results, opened: 0 },
    {
      recipients: 4,
      waiting: 0,
      sent: 3,
      delivered: 3,
      deferred: 0,
      skipped: [{ reason: results.skipped[0]!.reason, count: 1 }],
      bounced: 0,
      opened: 0,
      clicked: 1,
      unsubscribed: 0,
      visitors: 1,
      submissions: 1,
      leads: 1,
      opportunities: 0,
      orders: 1,
      money: [{ currency: "EUR", orderedMinor: 42_700n, paidMinor: 0n }],
      touches: [
        {
          model: "first",
          source: "linkedin",
          medium: "social",
          leads: 1,
          opportunities: 0,
          money: [{ currency: "EUR", orderedMinor: 42_700n }],
        },
        {
          model: "last",
          source: "email",
          medium: "email",
          leads: 1,
          opportunities: 0,
          money: [{ currency: "EUR", orderedMinor: 42_700n }],
        },
      ],
    },
  );
  for (const figure of ["sent", "delivered", "clicked", "visitors", "submissions", "leads", "orders"] as const) {
    const { eventIds } = await figureEvents(t.as("marketer"), { campaignId, figure, limit: 100 });
    assert.equal(eventIds.length, results[figure], `${figure} opens as many events as it counts`);
  }
  const first = await figureEvents(t.as("marketer"), { campaignId, figure: "sent", limit: 2 });
  const rest = await figureEvents(t.as("marketer"), { campaignId, figure: "sent", limit: 2, before: first.nextBefore! });
  assert.equal(new Set([...first.eventIds, ...rest.eventIds]).size, 3);
  await assert.rejects(figureEvents(t.as("marketer"), { campaignId: newId(), figure: "sent", limit: 2 }), /not_found/);
  const [listed] = (await listCampaigns(t.as("marketer"), { limit: 1, search: "histoire" })).rows;
  assert.deepEqual([listed!.clicked, listed!.leads, listed!.orders, listed!.money[0]!.orderedMinor], [1, 1, 1, 42_700n]);
  assert.equal(contacts.length, 4);
});

test("a mail is tried out on oneself, in either language, and leaves no trace on anybody's line; what it costs is kept", async () => {
  const fibre = (await listCampaigns(t.as("marketer"), { limit: 5 })).rows.find((row) => row.slug === "fibre-pro");
  const { mail, costMinor, pageUrl } = await showCampaign(t.as("marketer"), { campaignId: fibre!.id });
  assert.deepEqual([costMinor, new URL(pageUrl).pathname], [null, "/p/fibre-pro"]);
  const before = await t.app.db.selectFrom("events").select("id").where("type", "like", "message.%").execute();
  const { to } = await sendTest(t.as("marketer"), { mail: mail!.en, locale: "en", slug: "fibre-pro" });
  await t.drain();
  const [card] = t.app.catcher!.list({ to, limit: 1 }).items;
  assert.match(card!.subject, /^\[Test\] \p{L}+, fibre made for your work$/u);
  const after = await t.app.db.selectFrom("events").select("id").where("type", "like", "message.%").execute();
  assert.equal(after.length, before.length);
  await changeCampaign(t.as("marketer"), { campaignId: fibre!.id, costMinor: 120_000n });
  assert.equal((await showCampaign(t.as("marketer"), { campaignId: fibre!.id })).costMinor, 120_000n);
});

test("a campaign that drives people away pauses itself, says why, and goes on only when told to", async () => {
  const { segmentId, contacts } = await people(210, "leave");
  const { id: campaignId } = await copyOfFibrePro("trop", segmentId);
  await launchCampaign(t.as("marketer"), { campaignId });
  await t.drain();
  assert.equal((await showResults(t.as("marketer"), { campaignId })).sent, 210);
  t.clock.advanceMs(60_000);
  await withdrawConsent(t.as(), { contactId: contacts[0]!.id, purpose: "marketing_email", reason: "unsubscribed" });
  await t.runTimed("campaigns/watch-unsubscribes");
  assert.equal((await showCampaign(t.as("marketer"), { campaignId })).status, "launched", "one in 210 is below 0.5 %");
  await withdrawConsent(t.as(), { contactId: contacts[1]!.id, purpose: "marketing_email", reason: "unsubscribed" });
  await t.runTimed("campaigns/watch-unsubscribes");
  await t.runTimed("campaigns/watch-unsubscribes");
  const paused = await showCampaign(t.as("marketer"), { campaignId });
  assert.equal(paused.status, "paused");
  assert.match(paused.pauseReason!, /2 \/ 210/);
  assert.deepEqual(await t.eventTypes({ subjectId: campaignId }), ["campaign.launched", "campaign.paused"]);
});

test("paused in the middle, it goes on with those not yet reached; a schedule starts and ends it", async () => {
  const { segmentId } = await people(3, "pause");
  const { id: campaignId } = await copyOfFibrePro("pause", segmentId);
  await launchCampaign(t.as("marketer"), { campaignId });
  await pauseCampaign(t.as("marketer"), { campaignId, reason: "une faute dans le texte" });
  await pauseCampaign(t.as("marketer"), { campaignId, reason: "encore" });
  await t.drain();
  assert.equal((await showResults(t.as("marketer"), { campaignId })).waiting, 3);
  await launchCampaign(t.as("marketer"), { campaignId });
  await t.drain();
  assert.equal((await showResults(t.as("marketer"), { campaignId })).sent, 3);
  await changeCampaign(t.as("marketer"), { campaignId, endsAt: new Date(t.clock.now().getTime() + 3_600_000) });
  t.clock.advanceMs(3_600_001);
  await t.runTimed("campaigns/keep-schedule");
  assert.deepEqual(await t.eventTypes({ subjectId: campaignId }), [
    "campaign.launched",
    "campaign.paused",
    "campaign.resumed",
    "campaign.ended",
  ]);
  const page = await readPage(t.as(), { slug: "pause" });
  assert.deepEqual([page.open, page.form], [false, null]);
  await assert.rejects(launchCampaign(t.as("marketer"), { campaignId }), /wrong_state/);
  await assert.rejects(endCampaign(t.as("marketer"), { campaignId: newId() }), /not_found/);
});

test("a name cannot become a link; no name leaves no hole; too few people prove nothing", async () => {
  const mail = {
    subject: "{{firstName}}, bonjour",
    preview: "",
    title: "Bonjour {{firstName}},",
    blocks: [{ kind: "text" as const, text: "**{{firstName}}**" }],
  };
  const evil = mailFor(mail, { firstName: "[x](https://evil.example)" }, "https://a.example");
  assert.deepEqual(evil.blocks, [{ kind: "text", text: "**\\[x\\]\\(https://evil.example\\)**", markup: true }]);
  assert.equal(mailFor(mail, { firstName: "" }, "https://a.example").title, "Bonjour,");
  assert.match((await previewMail(t.as("marketer"), { mail, locale: "fr", slug: "x" })).html, /Bonjour Léa/);
  assert.equal(
    landingUrl("https://a.example", "x", { utm_source: "email" }),
    "https://a.example/p/x?utm_campaign=x&utm_source=email",
  );
  assert.deepEqual([tooManyLeave(150, 10, 50), tooManyLeave(200, 1, 50), tooManyLeave(200, 2, 50)], [false, false, true]);
});

test("at a bad hour everyone waits, and once the hour has come nobody is counted as waiting", async () => {
  const { segmentId } = await people(2, "sunday");
  const { id: campaignId } = await copyOfFibrePro("dimanche", segmentId);
  t.clock.set(new Date("2026-04-05T10:00:00Z")); // a Sunday
  await launchCampaign(t.as("marketer"), { campaignId });
  await t.drain();
  const waiting = await showResults(t.as("marketer"), { campaignId });
  assert.deepEqual([waiting.sent, waiting.deferred], [0, 2]);
  t.clock.set(new Date("2026-04-07T09:00:00Z")); // the Monday is a holiday
  await t.runTimed("messaging/release-deferred");
  await t.drain();
  const done = await showResults(t.as("marketer"), { campaignId });
  assert.deepEqual([done.sent, done.deferred, done.recipients], [2, 0, 2]);
});

test("the pace is kept", async () => {
  const first = await takeTokens(t.app.db, 10_000);
  assert.ok(first > 0 && first <= 500, "never more than the burst");
  assert.ok((await takeTokens(t.app.db, 10_000)) <= 50, "then only what came back since"); // last: whoever comes after waits
});
