import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { receiveMail } from "#server/mail-in.ts";
import { modules } from "#server/modules.ts";
import { readMail } from "#platform/mail/read-mail.ts";
import { append } from "#events/append.ts";
import { newId } from "#platform/ids.ts";
import { write } from "#platform/write.ts";
import { giveConsent } from "#record/consent/give-consent.ts";
import { withdrawConsent } from "#record/consent/withdraw-consent.ts";
import { createCustomer } from "#record/customers/create-customer.ts";
import { type TestServer, testServer } from "#test/harness/http.ts";
import { lea } from "#test/story/cast.ts";
import type { MessageInput } from "./message-input.ts";
import { sendMessage } from "./send-message.ts";

let t: TestServer;
before(async () => {
  t = await testServer();
});
after(() => t.close());

let people = 0;
const person = async (email: string | null = `personne${(people += 1)}@exemple.example`) => {
  const made = await createCustomer(t.as("seller"), {
    kind: "person",
    name: `Personne ${people}`,
    contacts: [{ firstName: "Anne", lastName: "Onyme", email }],
  });
  return { customerId: made.id, contactId: made.contactIds[0]!, email: email! };
};
const agree = (contactId: string, purpose = "marketing_email") => giveConsent(t.as(), { contactId, purpose, how: "test" });
const content = {
  subject: "Passez à la fibre",
  title: "Bonjour",
  blocks: [
    {
      kind: "text" as const,
      text: "Voir [le détail](http://localhost:3000/fibre) ou [ailleurs](https://evil.example/x).",
      markup: true,
    },
    { kind: "button" as const, label: "Choisir", url: "http://localhost:3000/shop" },
  ],
};
const marketing = (contactId: string, more: Partial<MessageInput> = {}): MessageInput => ({
  contactId,
  purpose: "marketing_email",
  template: "campaign",
  content,
  ...more,
});
const mailTo = async (email: string) => {
  const { items } = t.app.catcher!.list({ to: email, limit: 50 });
  return Promise.all(items.map(async (item) => (await t.app.catcher!.get(item.id))!));
};

test("a code for the portal leaves at once, is stated, and its secret is not kept", async () => {
  const { contactId, customerId } = await createCustomer(t.as("seller"), { kind: "person", name: "Léa", contacts: [lea] }).then(
    (made) => ({ contactId: made.contactIds[0]!, customerId: made.id }),
  );
  await t.visitor().post("/portal/codes", { email: lea.email });
  await t.drain();
  const [mail] = await mailTo(lea.email);
  const code = /\b\d{6}\b/.exec(mail!.text)![0];
  assert.equal((await t.visitor().post("/portal/sessions", { email: lea.email, code })).status, 200);
  assert.equal(mail!.subject, "Votre code à usage unique");
  assert.ok(!mail!.headers.some(({ name }) => name === "list-unsubscribe"), "nobody unsubscribes from codes");
  const row = await t.app.db.selectFrom("messages").selectAll().where("contact_id", "=", contactId).executeTakeFirstOrThrow();
  assert.equal(row.status, "sent");
  assert.equal(row.content, null);
  assert.deepEqual(
    (await t.eventTypes({ customerId })).filter((type) => type.startsWith("message.")),
    ["message.sent", "message.delivered"],
  );
});

test("a message lies in the stage of what it tells of; a campaign's in discovering; a code's in none", async () => {
  const { contactId, customerId, email } = await person();
  const lateId = newId();
  const { eventId } = await write(t.as(), (tx) =>
    append(tx, t.as(), "clock.breached", {
      subjectId: lateId,
      customerId,
      data: { clock: "first_reply", dueAt: t.clock.now() },
    }),
  );
  await agree(contactId);
  await sendMessage(t.as(), { contactId, purpose: "quote", transactional: true, template: "late", content, causedBy: eventId });
  await sendMessage(t.as(), marketing(contactId, { campaignId: newId() }));
  await t.visitor().post("/portal/codes", { email });
  await t.drain();
  const stages = await t.app.db
    .selectFrom("events")
    .select(["type", "stage"])
    .where("contact_id", "=", contactId)
    .where("type", "in", ["message.sent", "message.delivered"])
    .orderBy("position")
    .execute();
  assert.deepEqual(
    ["message.sent", "message.delivered"].map((type) => stages.filter((row) => row.type === type).map(({ stage }) => stage)),
    [
      ["use", "discover", null],
      ["use", "discover", null],
    ],
  );
});

test("without consent nothing leaves, and the decision says why; with it, it does", async () => {
  const { contactId, customerId, email } = await person();
  const refused = await sendMessage(t.as("marketer"), marketing(contactId));
  assert.equal(refused.outcome === "skipped" && refused.reason, "no_consent");
  await agree(contactId);
  assert.equal((await sendMessage(t.as("marketer"), marketing(contactId))).outcome, "sent");
  await withdrawConsent(t.as(), { contactId, purpose: "marketing_email" });
  const again = await sendMessage(t.as("marketer"), marketing(contactId));
  assert.equal(again.outcome === "skipped" && again.reason, "withdrawn");
  await t.drain();
  assert.equal((await mailTo(email)).length, 1);
  const ines = await t.signIn("marketer");
  const { body } = await ines.get("/message-decisions", { contactId });
  assert.deepEqual(
    body.rows.map((row: { reason: string }) => row.reason),
    ["withdrawn", "ok", "no_consent"],
  );
  assert.equal(body.rows[1].facts.consent.textVersion, "1");
  assert.deepEqual(
    (await t.eventTypes({ customerId })).filter((type) => type.startsWith("message.")),
    ["message.skipped", "message.sent", "message.skipped", "message.delivered"],
  );
});

test("surveys need no yes, but a no is a no", async () => {
  const { contactId } = await person();
  assert.equal((await sendMessage(t.as(), { ...marketing(contactId), purpose: "surveys" })).outcome, "sent");
  await withdrawConsent(t.as(), { contactId, purpose: "surveys" });
  assert.equal((await sendMessage(t.as(), { ...marketing(contactId), purpose: "surveys" })).outcome, "skipped");
});

test("nobody hears from us more often than the cap; what a contract needs is not counted", async () => {
  const { contactId } = await person();
  await agree(contactId);
  for (let n = 0; n < 5; n += 1)
    await sendMessage(t.as(), { contactId, purpose: "quote", transactional: true, template: "sample", content });
  const outcomes = [];
  for (let n = 0; n < 4; n += 1) outcomes.push((await sendMessage(t.as(), marketing(contactId))).outcome);
  assert.deepEqual(outcomes, ["sent", "sent", "sent", "skipped"]);
  t.clock.advanceMs(7 * 86_400_000 + 1000);
  assert.equal((await sendMessage(t.as(), marketing(contactId))).outcome, "sent");
});

test("at night and on closed days marketing waits, and is decided anew in the morning", async () => {
  const [stays, leaves] = [await person(), await person()];
  for (const { contactId } of [stays, leaves]) await agree(contactId);
  t.clock.set(new Date("2026-03-13T21:30:00Z")); // Friday, 22:30 in Marseille
  for (const { contactId } of [stays, leaves]) {
    const answer = await sendMessage(t.as(), marketing(contactId));
    assert.deepEqual(answer.outcome === "deferred" && answer.until, new Date("2026-03-16T07:00:00Z"), "Monday, 08:00");
  }
  await withdrawConsent(t.as(), { contactId: leaves.contactId, purpose: "marketing_email" });
  await t.runTimed("messaging/release-deferred");
  await t.drain();
  assert.equal((await mailTo(stays.email)).length, 0);
  t.clock.set(new Date("2026-03-16T07:00:01Z"));
  await t.runTimed("messaging/release-deferred");
  await t.drain();
  assert.equal((await mailTo(stays.email)).length, 1);
  assert.equal((await mailTo(leaves.email)).length, 0);
});

test("a campaign message starts its reader's own line, carries one-click unsubscribe, and its click follows from it", async () => {
  t.clock.set(new Date("2026-03-17T09:00:00Z"));
  const { contactId, email } = await person();
  await agree(contactId);
  const campaignId = newId();
  await write(t.as("marketer"), (tx) =>
    append(tx, t.as("marketer"), "campaign.launched", {
      subjectId: campaignId,
      data: { name: "Fibre", offer: "fibre", segmentId: null, landingSlug: "fibre" },
    }),
  );
  const sent = await sendMessage(t.as("marketer"), marketing(contactId, { campaignId }));
  await t.drain();
  const [mail] = await mailTo(email);
  const header = (name: string) => mail!.headers.find((each) => each.name === name)?.value;
  assert.equal(header("list-unsubscribe-post"), "List-Unsubscribe=One-Click");
  assert.match(mail!.html, /evil\.example/);
  assert.ok(!/href="[^"]*\/l\/[^"]*"[^>]*>ailleurs/.test(mail!.html), "only our own pages are tracked");
  assert.ok(!mail!.html.includes("open.gif"), "opens are not counted without consent");
  const tracked = /http:\/\/localhost:3000(\/l\/[\w-]+)/.exec(mail!.html)![1]!;
  const visitor = t.visitor({ "user-agent": "Mozilla/5.0" });
  const click = await visitor.request("GET", tracked);
  assert.equal(click.status, 303);
  const landed = new URL(String(click.headers.location));
  assert.ok(["http://localhost:3000/fibre", "http://localhost:3000/shop"].includes(landed.origin + landed.pathname));
  assert.match(visitor.cookies.get("tl_visitor")!, /^[0-9a-f-]{36}$/);
  await t.visitor({ "user-agent": "LinkPreviewBot/1.0" }).request("GET", tracked);
  const events = await t.app.db
    .selectFrom("events")
    .select(["id", "type", "correlation_id", "causation_id"])
    .where("contact_id", "=", contactId)
    .where("type", "like", "message.%")
    .orderBy("position")
    .execute();
  assert.deepEqual(
    events.map((event) => event.type),
    ["message.sent", "message.delivered", "message.clicked"],
  );
  assert.equal(landed.search, "", "who did not agree to be recognised is not followed onto the page");
  assert.equal(events[2]!.causation_id, events[0]!.id);
  assert.equal(events[2]!.correlation_id, events[0]!.id);
  const launched = await t.app.db
    .selectFrom("events")
    .select("id")
    .where("subject_id", "=", campaignId)
    .executeTakeFirstOrThrow();
  assert.equal(events[0]!.causation_id, launched.id);
  assert.equal((await t.visitor().request("GET", "/l/unknown-token")).headers.location, "/");
  assert.equal(sent.outcome, "sent");
});

test("opens are counted once, for those who agreed", async () => {
  const { contactId, email } = await person();
  await agree(contactId);
  await agree(contactId, "profiling");
  await sendMessage(t.as(), marketing(contactId));
  await t.drain();
  const [mail] = await mailTo(email);
  const pixel = /http:\/\/localhost:3000(\/l\/[0-9a-f-]+\/open\.gif)/.exec(mail!.html)![1]!;
  for (let n = 0; n < 2; n += 1) assert.equal((await t.visitor().request("GET", pixel)).headers["content-type"], "image/gif");
  const opened = await t.app.db
    .selectFrom("events")
    .select("id")
    .where("contact_id", "=", contactId)
    .where("type", "=", "message.opened")
    .execute();
  assert.equal(opened.length, 1);
});

test("a mail that comes back for good silences the address for everyone who has it", async () => {
  const { contactId, email } = await person();
  const sent = await sendMessage(t.as(), { contactId, purpose: "invoice", transactional: true, template: "sample", content });
  await t.drain();
  const messageId = sent.outcome === "sent" ? sent.messageId : "";
  const row = await t.app.db.selectFrom("messages").select("message_id").where("id", "=", messageId).executeTakeFirstOrThrow();
  const report = [
    "From: MAILER-DAEMON@exemple.example",
    "To: no-reply@throughline.example",
    "Subject: Undelivered",
    "Message-ID: <dsn1@exemple.example>",
    "MIME-Version: 1.0",
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
    "",
    "--b",
    "Content-Type: text/plain",
    "",
    "Sorry.",
    "--b",
    "Content-Type: message/delivery-status",
    "",
    "Reporting-MTA: dns; exemple.example",
    "",
    `Final-Recipient: rfc822; ${email}`,
    "Action: failed",
    "Status: 5.1.1",
    "Diagnostic-Code: smtp; 550 unknown user",
    "",
    "--b",
    "Content-Type: text/rfc822-headers",
    "",
    `Message-ID: ${row.message_id}`,
    "",
    "--b--",
    "",
  ].join("\r\n");
  const mail = await readMail(Buffer.from(report));
  await receiveMail(t.app, modules, mail);
  await receiveMail(t.app, modules, mail);
  const bounced = await t.app.db
    .selectFrom("events")
    .select("data")
    .where("contact_id", "=", contactId)
    .where("type", "=", "message.bounced")
    .execute();
  assert.equal(bounced.length, 1);
  assert.equal((bounced[0]!.data as { permanent: boolean }).permanent, true);
  const next = await sendMessage(t.as(), { contactId, purpose: "invoice", transactional: true, template: "sample", content });
  assert.equal(next.outcome === "skipped" && next.reason, "address_invalid");
});
