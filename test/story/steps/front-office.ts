/** Steps 1 to 6: from a campaign to a qualified deal. */
import { atelierMartin, jeanne, karim, lea, staff } from "../cast.ts";
import { linkIn, type Scene } from "../scene.ts";
import type { Person } from "../client.ts";

export interface Line {
  lea: Person;
  visitorId: string;
  campaignId: string | undefined;
  leadId: string;
  customerId: string;
  opportunityId: string;
}

/** 1. Marketing launches a campaign on an offer: a landing page, an e-mail to a segment. */
export async function launchCampaign(scene: Scene): Promise<string | undefined> {
  await scene.say(1, "Inès (marketing) launches the campaign “Fibre Pro”: landing page and e-mail.");
  const marketer = await scene.as("marketer");
  const { rows } = await marketer.get("/campaigns");
  const campaign = rows.find((each: { status: string }) => each.status === "draft") ?? rows[0];
  if (campaign.status === "draft") await marketer.post(`/campaigns/${campaign.id}/launch`);
  await scene.settle();
  return campaign.id;
}

/** 2. Léa visits with her UTM, signs up, and confirms each purpose by double opt-in. 3. A scored lead exists. */
export async function signUp(
  scene: Scene,
  campaignId: string | undefined,
): Promise<{ person: Person; visitorId: string; leadId: string }> {
  await scene.say(2, "Léa Martin lands on the page from LinkedIn, signs up, and confirms her consent by e-mail.");
  const person = scene.visitor();
  const { visitorId } = await person.post("/public/page-views", {
    views: [
      { path: "/p/fibre-pro", referrer: "https://www.linkedin.com/", utm: { utm_source: "linkedin", utm_campaign: "fibre-pro" } },
    ],
  });
  const page = await person.get("/public/pages/fibre-pro");
  await person.post("/public/forms/fibre-pro/submissions", {
    visitorId,
    campaignId: page.campaignId ?? campaignId,
    values: {
      first_name: lea.firstName,
      last_name: lea.lastName,
      email: lea.email,
      phone: lea.phone,
      company: atelierMartin.name,
    },
    purposes: ["marketing_email", "profiling"],
    utm: { utm_source: "linkedin", utm_campaign: "fibre-pro" },
    locale: "fr",
  });
  await scene.settle();
  await scene.mail(lea.email, /confirm/i);
  for (const asked of await scene.mails(lea.email, /confirm/i)) {
    const token = new URL(linkIn(asked, /token=/)).searchParams.get("token");
    await person.post("/consent/confirmations", { token });
  }
  await scene.settle();
  await scene.say(3, "Her visit and her form are scored: a marketing lead exists, with the reasons of its score.");
  const marketer = await scene.as("marketer");
  const { rows } = await marketer.get("/leads", { search: lea.lastName, open: true });
  return { person, visitorId, leadId: rows[0].id };
}

/** 4. She goes quiet; a nurture step brings her back. 5. Past the threshold she is handed to sales, whose clock starts. */
export async function nurtureAndHandOver(
  scene: Scene,
  line: { person: Person; visitorId: string; leadId: string },
): Promise<void> {
  await scene.say(4, "Léa goes quiet. Four days later a nurture message reaches her; she clicks.");
  await scene.advance({ days: 4 });
  const nurture = (await scene.mails(lea.email, /\/l\/|fibre|atelier/i)).find((mail) => !/confirm/i.test(mail.subject));
  if (!nurture) throw new Error("a nurture message should have reached her");
  const landed = await line.person.follow(linkIn(nurture, /\/l\//));
  await line.person.post("/public/page-views", {
    visitorId: line.visitorId,
    clickId: new URL(landed, "http://ours.invalid").searchParams.get("c"),
    views: [
      { path: landed.split("?")[0] || "/", utm: {} },
      { path: "/tarifs", utm: {} },
    ],
  });
  await scene.settle();
  await scene.say(5, "Her score passes the threshold: routed to Noé (sales). The response clock runs in business hours.");
  const manager = await scene.as("sales_manager");
  const lead = await manager.get(`/leads/${line.leadId}`);
  if (lead.status !== "handed_over")
    throw new Error(`the lead should be with sales by now, it is ${lead.status} with ${lead.score} points`);
}

/** 6. The seller answers in time and qualifies: account, three contacts, opportunity. */
export async function qualify(scene: Scene, leadId: string): Promise<{ customerId: string; opportunityId: string }> {
  await scene.say(6, `${staff.seller.name} calls back within the hour and qualifies: Atelier Martin, three contacts, one deal.`);
  await scene.advance({ minutes: 20 });
  const seller = await scene.as("seller");
  await seller.post(`/leads/${leadId}/response`, { how: "phone", notes: "Besoin : fibre, Wi-Fi, installation" });
  const done = await seller.post(`/leads/${leadId}/qualification`, {
    account: { kind: "company", name: atelierMartin.name, siren: atelierMartin.siren, address: atelierMartin.address },
    roles: ["buyer", "decision_maker"],
    contacts: [{ ...karim }, { ...jeanne }],
    opportunity: { name: "Fibre Pro – Atelier Martin", valueMinor: "140000", currency: "EUR" },
  });
  await scene.settle();
  return { customerId: done.customerId, opportunityId: done.opportunityId };
}
