import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Actor } from "#platform/context.ts";
import { newId } from "#platform/ids.ts";
import { addContact } from "#record/customers/add-contact.ts";
import { type TestApp, testApp } from "#test/harness/app.ts";
import { businessDayMs, matterOf } from "./conversation.ts";
import { correspondents } from "#test/harness/correspondents.ts";
import { mergeConversations } from "./merge-conversations.ts";
import { openConversation } from "./open-conversation.ts";
import { showConversation } from "./queries.ts";
import { readChat } from "./read-chat.ts";
import { reopenConversation } from "./reopen-conversation.ts";
import { replyToConversation } from "./reply-to-conversation.ts";
import { sendChat } from "./send-chat.ts";
import { snoozeConversation } from "./snooze-conversation.ts";
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

test("strangers see nothing; a visitor's key opens one chat only; wrong states are refused", async () => {
  people.at("2026-03-06T09:00:00Z");
  const person = await people.someone();
  const other = await people.someone();
  const chat = await startChat(t.as({ kind: "visitor", id: "anonymous" }), {
    text: "Bonjour",
    email: person.email,
    name: "Léa",
    locale: "fr",
    clientId: newId(),
  });
  assert.ok(chat.key);
  const shown = await showConversation(t.as("agent"), chat);
  assert.equal(shown.contactId, person.contactId);
  assert.equal(shown.messages[0]!.verified, false, "an address alone proves nothing");
  await assert.rejects(readChat(t.as(other.actor), { conversationId: chat.conversationId }), /not_found/);
  await assert.rejects(
    readChat(t.as({ kind: "visitor", id: "anonymous" }), { conversationId: chat.conversationId }),
    /not_found/,
  );
  await assert.rejects(
    sendChat(t.as({ kind: "visitor", id: "anonymous" }), {
      conversationId: chat.conversationId,
      key: "nope",
      text: "x",
      clientId: newId(),
    }),
    /not_found/,
  );
  assert.equal((await readChat(t.as({ kind: "visitor", id: "anonymous" }), { ...chat, key: chat.key! })).messages.length, 1);
  await assert.rejects(reopenConversation(t.as("agent"), { ...chat, reason: "x" }), /wrong_state/);
  await assert.rejects(snoozeConversation(t.as("agent"), { ...chat, until: t.clock.now() }), /snooze_past/);
  await snoozeConversation(t.as("agent"), { ...chat, until: new Date("2026-03-06T10:00:00Z") });
  people.at("2026-03-06T10:00:01Z");
  await t.runTimed("conversations/wake-snoozed");
  assert.equal((await showConversation(t.as("agent"), chat)).status, "open");
  await assert.rejects(
    startChat(t.as({ kind: "visitor", id: "anonymous" }), { text: "spam", locale: "fr", clientId: newId(), website: "x" }),
    /not_a_person/,
  );
});

test("two threads about one matter become one, and answers to the old one arrive there; two customers are never mixed", async () => {
  people.at("2026-03-09T08:00:00Z");
  const person = await people.someone();
  const other = await people.someone();
  const open = (contactId: string, subject: string) =>
    openConversation(t.as("agent"), { contactId, subject, kind: "question", priority: "normal", channel: "email" });
  const first = await open(person.contactId, "Facture");
  const second = await open(person.contactId, "Ma facture");
  const foreign = await open(other.contactId, "Rien à voir");
  await replyToConversation(t.as("agent"), { conversationId: second.id, body: "Bonjour" });
  await t.drain();
  const mail = await people.lastMailTo(person.email);
  await assert.rejects(mergeConversations(t.as("agent"), { conversationId: second.id, intoId: foreign.id }), /two_customers/);
  await assert.rejects(mergeConversations(t.as("agent"), { conversationId: second.id, intoId: second.id }), /conversation.same/);
  await mergeConversations(t.as("agent"), { conversationId: second.id, intoId: first.id });
  await people.write(person.email, { text: "Merci", to: mail.replyTo[0]!.address });
  const joined = await showConversation(t.as("agent"), { conversationId: first.id });
  assert.deepEqual(
    joined.messages.map((message) => message.body),
    ["Bonjour", "Merci"],
  );
  assert.equal((await showConversation(t.as("agent"), { conversationId: second.id })).status, "merged");
});

test("an answer that cannot arrive is refused, and the text is not taken for sent", async () => {
  const { customerId } = await people.someone();
  const { id: contactId } = await addContact(t.as(), {
    customerId,
    firstName: "Sans",
    lastName: "Adresse",
    phone: "+33612345678",
  });
  const { id } = await openConversation(t.as("agent"), {
    contactId,
    subject: "Appel",
    kind: "question",
    priority: "normal",
    channel: "phone",
  });
  await assert.rejects(replyToConversation(t.as("agent"), { conversationId: id, body: "Bonjour" }), /no_address/);
  assert.equal((await showConversation(t.as("agent"), { conversationId: id })).messages.length, 0);
});

test("a business day is the average open day; subjects lose their prefixes", () => {
  const day = [
    { from: "09:00", to: "12:30" },
    { from: "14:00", to: "18:00" },
  ];
  assert.equal(businessDayMs({ 1: day, 2: day, 6: [] }), 7.5 * 3_600_000);
  assert.equal(matterOf("RE: Re : TR: Ma facture"), "Ma facture");
});

test("who begins a chat with someone else's address never reads what that person writes or is told", async () => {
  people.at("2026-03-12T09:00:00Z");
  const victim = await people.someone();
  const stranger: Actor = { kind: "visitor", id: "anonymous" };
  const begin = async () => {
    const chat = await startChat(t.as(stranger), { text: "Bonjour", email: victim.email, locale: "fr", clientId: newId() });
    return { conversationId: chat.conversationId, key: chat.key! };
  };
  const forSession = await begin();
  const went = await startChat(t.as(victim.actor), { text: "Mon code est 4242", locale: "fr", clientId: newId() });
  assert.equal(went.conversationId, forSession.conversationId, "the session goes on with the matter that is open");
  await assert.rejects(readChat(t.as(stranger), forSession), /not_found/);
  await assert.rejects(sendChat(t.as(stranger), { ...forSession, text: "x", clientId: newId() }), /not_found/);
  assert.equal((await readChat(t.as(victim.actor), { conversationId: went.conversationId })).messages.length, 2);

  people.at("2026-03-12T10:00:00Z");
  const forMail = await begin();
  await replyToConversation(t.as("agent"), { conversationId: forMail.conversationId, body: "Votre facture", channel: "email" });
  assert.deepEqual(
    (await readChat(t.as(stranger), forMail)).messages.map(({ body }) => body),
    ["Bonjour"],
    "a mail is for its mailbox",
  );
  await people.write(victim.email, { text: "Merci, voici mon RIB" });
  assert.match(
    (await showConversation(t.as("agent"), { conversationId: forMail.conversationId })).messages.at(-1)!.body,
    /RIB/,
    "the mail joined the chat",
  );
  await assert.rejects(readChat(t.as(stranger), forMail), /not_found/);

  for (const intoTheChat of [false, true]) {
    const chat = await begin();
    const own = await openConversation(t.as("agent"), {
      contactId: victim.contactId,
      subject: "Facture",
      kind: "question",
      priority: "normal",
      channel: "email",
    });
    await mergeConversations(
      t.as("agent"),
      intoTheChat
        ? { conversationId: own.id, intoId: chat.conversationId }
        : { conversationId: chat.conversationId, intoId: own.id },
    );
    await assert.rejects(readChat(t.as(stranger), chat), /not_found/);
  }
});
