import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { newId } from "#platform/ids.ts";
import { type TestApp, testApp } from "#test/harness/app.ts";
import { correspondents } from "#test/harness/correspondents.ts";
import { changeConversation } from "./change-conversation.ts";
import { openConversation } from "./open-conversation.ts";
import { listConversations, showConversation } from "./queries.ts";
import { rateChat } from "./rate-chat.ts";
import { readChat } from "./read-chat.ts";
import { replyToConversation } from "./reply-to-conversation.ts";
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

const visitor = { kind: "visitor", id: "anonymous" } as const;
const found = async (filter: Omit<Parameters<typeof listConversations>[1], "limit">) =>
  (await listConversations(t.as("agent"), { limit: 100, ...filter })).rows.map((row) => row.id);

test("an agent reclassifies a conversation: said once, and the inbox filters by it", async () => {
  const person = await people.someone();
  const matter = { contactId: person.contactId, subject: "Box", kind: "question", priority: "normal", channel: "phone" } as const;
  const { id } = await openConversation(t.as("agent"), matter);
  const change = { conversationId: id, subject: "Box qui clignote", kind: "case", priority: "urgent" } as const;
  await changeConversation(t.as("agent"), change);
  await changeConversation(t.as("agent"), change);
  const types = await t.eventTypes({ customerId: person.customerId });
  assert.equal(types.filter((type) => type === "conversation.changed").length, 1, "saying the same again is no news");
  const shown = await showConversation(t.as("agent"), { conversationId: id });
  assert.deepEqual([shown.subject, shown.kind, shown.priority], ["Box qui clignote", "case", "urgent"]);
  assert.ok((await found({ priority: ["urgent", "high"], status: ["open", "waiting"] })).includes(id));
  assert.ok(!(await found({ priority: ["low"] })).includes(id));
  assert.ok(!(await found({ channel: ["chat", "email"] })).includes(id));
  assert.ok(!(await found({ handledBy: "assistant" })).includes(id));
  await assert.rejects(changeConversation(t.as("agent"), { ...change, conversationId: newId() }), /not_found/);
});

test("a conversation is found by what was said in it", async () => {
  const chat = await startChat(t.as(visitor), { text: "Mon perroquet a mangé le câble", locale: "fr", clientId: newId() });
  assert.ok((await found({ search: "perroquet" })).includes(chat.conversationId));
  assert.deepEqual(await found({ search: "ornithorynque" }), []);
});

test("an answer leads to the articles it names and counts them; one that is not published is left out", async () => {
  const chat = await startChat(t.as(visitor), { text: "Ma box ne marche plus", locale: "fr", clientId: newId() });
  const used = async () =>
    Number(
      (await t.app.db.selectFrom("articles").select("used_count").where("slug", "=", "redemarrer-le-routeur").executeTakeFirst())
        ?.used_count ?? 0,
    );
  const before = await used();
  await replyToConversation(t.as("agent"), {
    conversationId: chat.conversationId,
    body: "Voici comment faire.",
    articleSlugs: ["redemarrer-le-routeur", "no-such-article"],
  });
  assert.equal(await used(), before + 1);
  const read = await readChat(t.as(visitor), { conversationId: chat.conversationId, key: chat.key! });
  assert.deepEqual(read.messages.at(-1)!.sources, [
    { label: "Redémarrer votre routeur", href: "/portal/help/redemarrer-le-routeur" },
  ]);
});

test("whoever chats says what they thought of it; the last word counts; a stranger cannot", async () => {
  const person = await people.someone();
  const { conversationId } = await startChat(t.as(person.actor), { text: "Bonjour", locale: "fr", clientId: newId() });
  await rateChat(t.as(person.actor), { conversationId, score: 2 });
  await rateChat(t.as(person.actor), { conversationId, score: 5, comment: "Très bien finalement" });
  await rateChat(t.as(person.actor), { conversationId, score: 5, comment: "Très bien finalement" });
  const shown = await showConversation(t.as("agent"), { conversationId });
  assert.deepEqual([shown.rating, shown.ratingComment], [5, "Très bien finalement"]);
  assert.equal((await readChat(t.as(person.actor), { conversationId })).rating, 5);
  const types = await t.eventTypes({ customerId: person.customerId });
  assert.equal(types.filter((type) => type === "conversation.rated").length, 2);
  const other = await people.someone();
  await assert.rejects(rateChat(t.as(other.actor), { conversationId, score: 1 }), /not_found/);
  await assert.rejects(rateChat(t.as(visitor), { conversationId, key: "guessed", score: 1 }), /not_found/);
});
