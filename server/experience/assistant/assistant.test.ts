import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { bookAppointment } from "#back-office/appointments/book-appointment.ts";
import { listSlots } from "#back-office/appointments/offer-slots.ts";
import { depart } from "#back-office/appointments/visit.ts";
import { placeOrder } from "#back-office/orders/place-order.ts";
import { showConversation } from "#front-office/conversations/queries.ts";
import { readChat } from "#front-office/conversations/read-chat.ts";
import { sendChat } from "#front-office/conversations/send-chat.ts";
import { startChat } from "#front-office/conversations/start-chat.ts";
import type { Actor } from "#platform/context.ts";
import { newId } from "#platform/ids.ts";
import { type TestApp, testApp } from "#test/harness/app.ts";
import { correspondents } from "#test/harness/correspondents.ts";
import { soldLines } from "#test/story/sold-lines.ts";
import { listTurns, showMetrics } from "./queries.ts";
import { suggestReply } from "./suggest-reply.ts";
import { listUnanswered } from "./unanswered.ts";
import { understand } from "./understand.ts";

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

async function ask(actor: Actor, text: string, chat?: { conversationId: string; key?: string | null }) {
  const locale = /\b(how|where|my)\b/i.test(text) ? ("en" as const) : ("fr" as const);
  const at = chat
    ? await sendChat(t.as(actor), {
        conversationId: chat.conversationId,
        ...(chat.key && { key: chat.key }),
        text,
        clientId: newId(),
      }).then(() => chat)
    : await startChat(t.as(actor), { text, locale, clientId: newId() });
  await t.drain();
  const read = await readChat(t.as(actor), { conversationId: at.conversationId, ...(at.key && { key: at.key }) });
  return { chat: at, read, last: read.messages.at(-1)! };
}
async function withVisit() {
  const person = await people.someone();
  const { id: orderId } = await placeOrder(t.as(), {
    quoteId: null,
    opportunityId: null,
    customerId: person.customerId,
    contactId: person.contactId,
    currency: "EUR",
    netMinor: 42_700n,
    totalMinor: 51_240n,
    lines: soldLines(),
    deliveryAddress: { line1: "8 rue des Tanneurs", postcode: "13006", city: "Marseille", country: "FR" },
    locale: "fr",
  });
  await t.drain();
  const { slots } = await listSlots(t.as(person.actor), { orderId });
  const { id: appointmentId } = await bookAppointment(t.as(person.actor), { orderId, startsAt: slots[0]!.startsAt });
  return { ...person, orderId, appointmentId, slot: slots[0]! };
}
const visitor: Actor = { kind: "visitor", id: "anonymous" };

test("“where is my technician?” is answered from the record with its evidence, live, and marked automatic; thanks settles it", async () => {
  const lea = await withVisit();
  const booked = await ask(lea.actor, "Où est mon technicien ?");
  assert.match(booked.last.body, /^Votre technicien Malik Dupont passe le \d+ mars 2026 entre \d\d:\d\d et \d\d:\d\d/);
  assert.equal(booked.last.automatic, true);
  assert.deepEqual(booked.last.sources, [{ label: "Rendez-vous pris avec Malik Dupont", href: `/portal/orders/${lea.orderId}` }]);
  const shown = await showConversation(t.as("agent"), booked.chat);
  assert.equal(shown.assigneeName, null, "nobody is disturbed");
  assert.equal(shown.clocks[0]!.state, "stopped");

  const thanked = await ask(lea.actor, "Merci !", booked.chat);
  assert.equal(thanked.read.status, "resolved");
  const metrics = await showMetrics(t.as("cx_lead"), {});
  assert.deepEqual([metrics.answered, metrics.confirmed, metrics.assumed, metrics.handedOver], [1, 1, 0, 0]);

  t.clock.set(lea.slot.startsAt);
  await depart(t.as("technician"), { appointmentId: lea.appointmentId, etaMinutes: 20 });
  const live = await ask(lea.actor, "Mon technicien arrive quand ?");
  assert.match(live.last.body, /^Malik Dupont est en route et devrait arriver chez vous vers \d\d:\d\d/);
  assert.notEqual(live.chat.conversationId, booked.chat.conversationId, "a new matter after the first was settled");
  const replied = await t.app.db
    .selectFrom("events")
    .select(["data", "causation_id"])
    .where("type", "=", "message.replied")
    .where("customer_id", "=", lea.customerId)
    .execute();
  assert.ok(replied.every((event) => (event.data as { automatic: boolean }).automatic && event.causation_id));
});

test("asked for a person, unhappy, unsure or asked again: a person takes over, with the reason, and the assistant keeps still", async () => {
  const cases: [string, string][] = [
    ["Je veux parler à une personne", "Le client demande une personne"],
    ["C’est inadmissible, toujours rien", "Le client est mécontent"],
    ["Je fais une réclamation", "Le client fait une réclamation"],
    ["Le chat de la voisine est bleu", "L’assistant n’est pas sûr d’avoir compris"],
    ["Où est mon technicien ?", "La fiche ne dit rien à ce sujet"],
  ];
  for (const [words, reason] of cases) {
    const person = await people.someone();
    const { chat, read, last } = await ask(person.actor, words);
    assert.equal(read.withPerson, true, words);
    assert.match(last.body, /^Je vous confie à un conseiller/);
    const handed = await t.app.db
      .selectFrom("events")
      .select("data")
      .where("type", "=", "conversation.handed_over")
      .where("subject_id", "=", chat.conversationId)
      .execute();
    assert.deepEqual(
      handed.map((event) => (event.data as { reason: string }).reason),
      [reason],
    );
    const shown = await showConversation(t.as("agent"), chat);
    assert.deepEqual([shown.status, shown.assigneeName, shown.clocks[0]!.state], ["open", "Zoé Lambert", "running"]);
    const after = await ask(person.actor, "Où est mon technicien ?", chat);
    assert.equal(after.last.mine, true, "a person has it now");
  }
  const lea = await withVisit();
  const first = await ask(lea.actor, "Où est mon technicien ?");
  const again = await ask(lea.actor, "Mais quand passe mon technicien ?", first.chat);
  assert.equal(again.read.withPerson, true);
  const [turn] = (await listTurns(t.as("cx_lead"), { limit: 1, conversationId: first.chat.conversationId })).rows;
  assert.equal(turn!.reason, "Le client a reposé la même question");
});

test("what is personal is told only to a customer who signed in; how-to answers are everybody's, with the article", async () => {
  const lea = await withVisit();
  const begun = await startChat(t.as(visitor), {
    text: "Où est mon technicien ?",
    email: lea.email,
    name: "Léa",
    locale: "fr",
    clientId: newId(),
  });
  await t.drain();
  const read = await readChat(t.as(visitor), { conversationId: begun.conversationId, key: begun.key! });
  assert.match(read.messages.at(-1)!.body, /Connectez-vous/);
  assert.ok(!JSON.stringify(read).includes("Malik"));
  const how = await ask(visitor, "How do I restart my router?");
  assert.match(how.last.body, /^Restart your router/);
  assert.deepEqual(how.last.sources, [{ label: "Restart your router", href: "/portal/help/redemarrer-le-routeur" }]);
  assert.match((await ask(visitor, "Bonjour")).last.body, /assistant automatique/);
});

test("an agent is offered an answer from the record or an article; what nothing answers is listed for the writers", async () => {
  const lea = await withVisit();
  const { chat } = await ask(lea.actor, "Je voudrais parler à quelqu'un : quand passe mon technicien ?");
  const { suggestion } = await suggestReply(t.as("agent"), chat);
  assert.equal(suggestion!.intent, "technician");
  assert.match(suggestion!.text, /^Bonjour Léa,\n\n/);
  assert.equal(suggestion!.evidence.length, 1);
  const how = await ask(visitor, "Je veux un conseiller. Comment redémarrer le routeur ?");
  const article = (await suggestReply(t.as("agent"), how.chat)).suggestion!;
  assert.deepEqual([article.intent, article.articleSlug], ["how_to", "redemarrer-le-routeur"]);
  const known = await ask(visitor, "How do I restart my router?");
  const [turn] = (await listTurns(t.as("cx_lead"), { limit: 1, conversationId: known.chat.conversationId })).rows;
  assert.equal(turn!.score, 1, "how well the article fits, not how the question was put");
  assert.equal((await suggestReply(t.as("agent"), known.chat)).suggestion, null, "it was told already");
  const lost = await ask(visitor, "Comment apprivoiser un ornithorynque ?");
  assert.equal((await suggestReply(t.as("agent"), lost.chat)).suggestion, null);
  const rows = (await listUnanswered(t.as("cx_lead"), { limit: 50 })).rows;
  const missing = rows.find((row) => row.conversationId === lost.chat.conversationId);
  assert.deepEqual([missing?.question, missing?.why], ["Comment apprivoiser un ornithorynque ?", "nothing"]);
  assert.ok(!rows.some((row) => row.conversationId === known.chat.conversationId));
});

test("what customers of others asked is not read by who sees their own accounts only", async () => {
  const person = await people.someone();
  const owner = t.as("seller").actor.id;
  await t.app.db.updateTable("customers").set({ owner_id: owner }).where("id", "=", person.customerId).execute();
  const { chat } = await ask(person.actor, "Comment dresser un pingouin ?");
  const reads = async (id: string) => {
    const ctx = t.as({ kind: "staff", id, name: "X", roles: ["agent"], teamId: null, scope: "own" });
    const [turns, unanswered] = await Promise.all([listTurns(ctx, { limit: 200 }), listUnanswered(ctx, { limit: 200 })]);
    return [turns, unanswered].map(({ rows }) => rows.some((row) => row.conversationId === chat.conversationId));
  };
  assert.deepEqual(await reads(owner), [true, true]);
  assert.deepEqual(await reads(newId()), [false, false]);
});

test("silence for a day after an answer is assumed to settle it, and counted apart from what was confirmed", async () => {
  const before = await showMetrics(t.as("cx_lead"), {});
  const { chat } = await ask(visitor, "Comment améliorer mon Wi-Fi ?");
  t.clock.advanceMs(23 * 3_600_000);
  await t.runTimed("assistant/assume-settled");
  assert.equal((await showConversation(t.as("agent"), chat)).status, "waiting");
  t.clock.advanceMs(2 * 3_600_000);
  await t.runTimed("assistant/assume-settled");
  await t.runTimed("assistant/assume-settled");
  assert.equal((await showConversation(t.as("agent"), chat)).status, "resolved");
  const after = await showMetrics(t.as("cx_lead"), {});
  assert.equal(after.confirmed, before.confirmed);
  assert.ok(after.assumed > before.assumed);
});

test("the rules read both languages", () => {
  const kindOf = (text: string) => {
    const understood = understand(text);
    return understood.kind === "matter" ? understood.intent : understood.kind;
  };
  const expected: Record<string, string> = {
    "Où est mon technicien ?": "technician",
    "where is my technician": "technician",
    "Quand arrive ma commande ?": "order",
    "Combien je dois ?": "invoice",
    "How much is my invoice?": "invoice",
    "Combien de minutes me reste-t-il ?": "usage",
    "Comment payer ma facture ?": "how_to",
    "Je voudrais déplacer mon rendez-vous": "how_to",
    "I want to talk to a human": "hand_over",
    "OÙ EST MON TECHNICIEN": "hand_over",
    "merci beaucoup": "thanks",
    "Non, pas vraiment": "refusal",
    hello: "greeting",
  };
  assert.deepEqual(Object.fromEntries(Object.keys(expected).map((text) => [text, kindOf(text)])), expected);
});
