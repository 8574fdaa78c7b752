import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { giveConsent } from "#record/consent/give-consent.ts";
import { recogniseContact } from "#record/customers/recognise-contact.ts";
import { type TestApp, testApp } from "#test/harness/app.ts";
import { readPage, listCampaigns, showCampaign } from "./queries.ts";
import { endCampaign, launchCampaign, pauseCampaign, resumeCampaign } from "./run-campaign.ts";
import { changeCampaign } from "./save-campaign.ts";

let t: TestApp;
let campaignId: string;
before(async () => {
  t = await testApp();
  campaignId = (await listCampaigns(t.as("marketer"), { limit: 10 })).rows[0]!.id;
});
after(() => t.close());

test("launching writes once to those who agreed, and the page goes online", async () => {
  const { contactId } = await recogniseContact(t.as(), {
    email: "ana@bois.example",
    firstName: "Ana",
    lastName: "Bois",
    locale: "fr",
  });
  await recogniseContact(t.as(), { email: "max@silence.example", firstName: "Max", lastName: "Silence", locale: "fr" });
  await giveConsent(t.as(), { contactId, purpose: "marketing_email", how: "test" });
  await t.drain();
  await assert.rejects(readPage(t.as(), { slug: "fibre-pro" }), /not_found/);
  await launchCampaign(t.as("marketer"), { campaignId });
  await launchCampaign(t.as("marketer"), { campaignId });
  await t.drain();
  const shown = await showCampaign(t.as("marketer"), { campaignId });
  assert.equal(shown.results.sent, 1);
  assert.equal((await readPage(t.as(), { slug: "fibre-pro" })).formSlug, "fibre-pro");
  assert.equal((await t.eventTypes({ subjectId: campaignId })).filter((type) => type === "campaign.launched").length, 1);
  const caught = t.app.catcher!.list({ to: "ana@bois.example", limit: 5 });
  assert.match(caught.items[0]!.subject, /Ana, votre atelier en fibre/);
});

test("a launched campaign no longer changes; it pauses with a reason, goes on, ends once", async () => {
  const shown = await showCampaign(t.as("marketer"), { campaignId });
  const { name, offer, segmentId, landingSlug, formSlug, email, page } = shown;
  await assert.rejects(
    changeCampaign(t.as("marketer"), { campaignId, name, offer, segmentId, landingSlug, formSlug, email, page }),
    /campaign.wrong_state/,
  );
  await pauseCampaign(t.as("marketer"), { campaignId, reason: "Erreur de prix" });
  await resumeCampaign(t.as("marketer"), { campaignId });
  await endCampaign(t.as("marketer"), { campaignId });
  await endCampaign(t.as("marketer"), { campaignId });
  await assert.rejects(launchCampaign(t.as("marketer"), { campaignId }), /campaign.wrong_state/);
  await assert.rejects(readPage(t.as(), { slug: "fibre-pro" }), /not_found/);
});
