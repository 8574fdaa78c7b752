import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { newId } from "#platform/ids.ts";
import { createMailer } from "#platform/mail/mailer.ts";
import { type TestApp, testApp } from "#test/harness/app.ts";
import { correspondents } from "#test/harness/correspondents.ts";
import { handOverConversation } from "./hand-over-conversation.ts";
import { openConversation } from "./open-conversation.ts";
import { countInbox, listConversations, showConversation } from "./queries.ts";
import { readChat } from "./read-chat.ts";
import { replyToConversation } from "./reply-to-conversation.ts";
import { resolveConversation } from "./resolve-conversation.ts";
import { sendChat } from "./send-chat.ts";
import { startChat } from "./start-chat.ts";

let t: TestApp;
let people: ReturnType<typeof correspondents>;
before(async () => {
  t = await testApp();
  people = correspondents(t);
});
after(async () => {
  people.close();
  await t.close();
});

test("one matter across chat and mail: same conversation, same thread, clocks that stand still while the customer has the word", async () => {
  people.at("2026-03-02T08:00:00Z");
  const leaMartin = await people.someone();
  const clientId = newId();
  const begun = await startChat(t.as(leaMartin.actor), { text: "Où est mon technicien ?", locale: "fr", clientId });
  assert.equal(begun.key, null, "a session needs no key");
  const again = await sendChat(t.as(leaMartin.actor), {
    conversationId: begun.conversationId,
    text: "Où est mon technicien ?",
    clientId,
  });
  assert.equal(again.id, begun.conversationId);
  let shown = await showConversation(t.as("agent"), { conversationId: begun.conversationId });
  assert.equal(shown.messages.length, 1, "the same client id is one message");
  assert.equal(shown.messages[0]!.verified, true);
  assert.equal(shown.handledBy, "assistant");
  assert.deepEqual(
    shown.clocks.map((clock) => [clock.kind, clock.dueAt!.toISOString()]),
    [
      ["first_response", "2026-03-02T09:00:00.000Z"],
      // 7.5 open hours a day, two days: Tuesday at closing time
      ["resolution", "2026-03-03T17:00:00.000Z"],
    ],
  );
  people.at("2026-03-02T08:30:00Z");
  await handOverConversation(t.as(), { conversationId: begun.conversationId, reason: "The customer asked for a person" });
  await replyToConversation(t.as("agent"), { conversationId: begun.conversationId, body: "Il arrive entre 14 h et 16 h." });
  shown = await showConversation(t.as("agent"), { conversationId: begun.conversationId });
  assert.equal(shown.status, "waiting");
  assert.equal(shown.assigneeName, "Zoé Lambert");
  assert.deepEqual(
    shown.clocks.map((clock) => [clock.kind, clock.state, clock.spentMs]),
    [
      ["first_response", "stopped", 1_800_000],
      ["resolution", "paused", 1_800_000],
    ],
  );
  assert.equal(
    (await readChat(t.as(leaMartin.actor), { conversationId: begun.conversationId })).messages.length,
    2,
    "no note is shown to the customer",
  );

  // she closes the page; the next answer follows her by mail, once
  people.at("2026-03-02T09:00:00Z");
  await replyToConversation(t.as("agent"), { conversationId: begun.conversationId, body: "Il est en route." });
  await t.runTimed("conversations/mail-unseen");
  assert.equal(t.app.catcher!.list({ to: leaMartin.email, limit: 5 }).items.length, 0, "not before two minutes");
  people.at("2026-03-02T09:03:00Z");
  await t.runTimed("conversations/mail-unseen");
  await t.runTimed("conversations/mail-unseen");
  await t.drain();
  assert.equal(t.app.catcher!.list({ to: leaMartin.email, limit: 5 }).items.length, 1);
  const mail = await people.lastMailTo(leaMartin.email);
  assert.match(mail.replyTo[0]!.address, /^bonjour\+[a-z2-7]{42}@rivage\.example$/);

  // and her answer by mail is in the same conversation, the clock runs again
  people.at("2026-03-02T14:00:00Z");
  await people.write(leaMartin.email, {
    text: "Merci ! Il est là.\n\nLe 2 mars 2026, Rivage a écrit :\n> Il est en route.",
    to: mail.replyTo[0]!.address,
  });
  shown = await showConversation(t.as("agent"), { conversationId: begun.conversationId });
  const words = shown.messages.at(-1)!;
  assert.deepEqual([words.body, words.channel, words.verified], ["Merci ! Il est là.", "email", false]);
  assert.equal(shown.status, "open");
  assert.equal(shown.channel, "email");
  assert.equal(shown.clocks[1]!.state, "running");
  assert.equal(
    shown.clocks[1]!.dueAt!.toISOString(),
    "2026-03-04T13:30:00.000Z",
    "fourteen and a half open hours were left on Monday at three in the afternoon",
  );
  await replyToConversation(t.as("agent"), { conversationId: begun.conversationId, body: "Parfait, bonne journée !" });
  await t.drain();
  const answer = await people.lastMailTo(leaMartin.email);
  assert.equal(answer.inReplyTo, answer.references.at(-1));
  assert.ok(answer.references.includes(mail.messageId));
  await resolveConversation(t.as("agent"), begun);
  assert.deepEqual(
    (await t.eventTypes({ customerId: leaMartin.customerId })).filter((type) => /^(conversation|message\.re|clock)/.test(type)),
    [
      "conversation.opened",
      "message.received",
      "conversation.handed_over",
      "conversation.assigned",
      "message.replied",
      "message.replied",
      "message.received",
      "message.replied",
      "conversation.resolved",
    ],
  );
});

test("a mail from someone unknown opens a conversation; the same mail twice is one; an answer to it is threaded by its headers", async () => {
  people.at("2026-03-04T08:00:00Z");
  const from = "inconnu@ailleurs.example";
  const id = `<${newId()}@ailleurs.example>`;
  await Promise.all([people.write(from, { text: "Bonjour", id }), people.write(from, { text: "Bonjour", id })]);
  await people.write(from, { text: "Bonjour", id });
  const contact = await t.app.db.selectFrom("contacts").select("id").where("email", "=", from).executeTakeFirstOrThrow();
  const [one, ...more] = await people.inbox(contact.id);
  assert.equal(more.length, 0);
  assert.equal(one!.counts.inbound, 1);
  assert.equal(one!.subject, "Ma box clignote");
  assert.equal(one!.assigneeName, "Zoé Lambert");
  await replyToConversation(t.as("agent"), { conversationId: one!.id, body: "Depuis quand ?" });
  await t.drain();
  const answer = await people.lastMailTo(from);
  assert.equal(answer.inReplyTo, id.slice(1, -1));
  assert.equal(answer.subject, "Re: Ma box clignote");
  // from another address of theirs, without the token: found by the message it answers
  await people.write("inconnu@perso.example", {
    text: "Depuis lundi",
    inReplyTo: `<${answer.messageId}>`,
    subject: "Re: Ma box clignote",
  });
  assert.equal((await showConversation(t.as("agent"), { conversationId: one!.id })).counts.inbound, 2);
  // no header at all: by the sender
  await people.write(from, { text: "Et le téléphone aussi", subject: "Encore" });
  assert.equal((await showConversation(t.as("agent"), { conversationId: one!.id })).counts.inbound, 3);
});

test("what customers write after the end opens it again, with a new clock; machines open nothing", async () => {
  people.at("2026-03-05T08:00:00Z");
  const person = await people.someone();
  await people.write(person.email, { text: "Une question" });
  const [one] = await people.inbox(person.contactId);
  await replyToConversation(t.as("agent"), { conversationId: one!.id, body: "Voici." });
  await resolveConversation(t.as("agent"), { conversationId: one!.id });
  await resolveConversation(t.as("agent"), { conversationId: one!.id });
  await t.drain();
  const answer = await people.lastMailTo(person.email);
  const machine = createMailer({ url: t.app.smtpUrl, from: person.email });
  await machine.send({
    to: answer.replyTo[0]!.address,
    subject: "Absent",
    text: "Je suis absente",
    headers: { "Auto-Submitted": "auto-replied" },
  });
  machine.close();
  assert.equal((await showConversation(t.as("agent"), { conversationId: one!.id })).status, "resolved");
  await people.write(person.email, { text: "Pas tout à fait", to: answer.replyTo[0]!.address });
  const open = await showConversation(t.as("agent"), { conversationId: one!.id });
  assert.equal(open.status, "open");
  assert.deepEqual([open.counts.reopened, open.counts.notes], [1, 1]);
  assert.deepEqual(
    open.clocks.map((clock) => [clock.kind, clock.state]),
    [
      ["first_response", "stopped"],
      ["resolution", "stopped"],
      ["resolution", "running"],
    ],
  );
  const resolved = await t.app.db
    .selectFrom("events")
    .select("data")
    .where("subject_id", "=", one!.id)
    .where("type", "=", "conversation.resolved")
    .execute();
  assert.deepEqual(
    resolved.map((event) => event.data),
    [{ minutes: 0, firstContact: true }],
  );
});

test("a promise missed is said once per clock; the night does not count", async () => {
  people.at("2026-03-05T16:30:00Z"); // half an hour before closing
  const person = await people.someone();
  const { id } = await openConversation(t.as(), {
    contactId: person.contactId,
    customerId: person.customerId,
    subject: "A donné 3 sur 10",
    kind: "case",
    priority: "high",
    reason: "détracteur",
    channel: "console",
  });
  people.at("2026-03-06T08:29:00Z");
  await t.runTimed("conversations/watch-clocks");
  const breaches = async () => (await t.eventTypes({ subjectId: id })).filter((type) => type === "clock.breached").length;
  assert.equal(await breaches(), 0);
  people.at("2026-03-06T08:31:00Z");
  await t.runTimed("conversations/watch-clocks");
  await t.runTimed("conversations/watch-clocks");
  assert.equal(await breaches(), 1);
  assert.equal(
    (await listConversations(t.as("agent"), { limit: 50, late: true })).rows.some((row) => row.id === id),
    true,
  );
  assert.ok((await countInbox(t.as("agent"))).late >= 1);
  await replyToConversation(t.as("agent"), { conversationId: id, body: "Nous avons compris." });
  assert.equal(await breaches(), 1);
});
