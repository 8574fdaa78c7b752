import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { append } from "#events/append.ts";
import { showPlan } from "#back-office/fulfillment/queries.ts";
import { newId } from "#platform/ids.ts";
import { write } from "#platform/write.ts";
import { type TestApp, testApp } from "#test/harness/app.ts";
import { placeOrder } from "#back-office/orders/place-order.ts";
import { soldLines } from "#test/story/sold-lines.ts";
import { bookAppointment, moveAppointment } from "./book-appointment.ts";
import { completeVisit } from "./complete-visit.ts";
import { listSlots } from "./offer-slots.ts";
import { myAppointment, showAppointment, showBoard } from "./queries.ts";
import { feasibleSlots } from "./slots.ts";
import { arrive, confirmInstallation, depart, missVisit } from "./visit.ts";

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

const me = () => t.as({ kind: "customer", id: "c", contactId: newId(), customerId, level: "full" });
const png = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

async function orderWithVisit(): Promise<string> {
  const { id } = await placeOrder(t.as(), {
    quoteId: null,
    opportunityId: null,
    customerId,
    contactId: null,
    currency: "EUR",
    netMinor: 42_700n,
    totalMinor: 51_240n,
    lines: soldLines(),
    deliveryAddress: { line1: "8 rue des Tanneurs", postcode: "13006", city: "Marseille", country: "FR" },
    locale: "fr",
  });
  await t.drain();
  return id;
}

test("slots come after the goods can be there, in opening hours, and a window is given once", async () => {
  const first = await orderWithVisit();
  const second = await orderWithVisit();
  const { slots } = await listSlots(me(), { orderId: first });
  assert.ok(slots.length > 5);
  assert.ok(slots.every((slot) => slot.startsAt >= new Date("2026-03-05T17:00:00Z")));
  const window = slots[0]!.startsAt;
  const { id } = await bookAppointment(me(), { orderId: first, startsAt: window });
  assert.deepEqual(await bookAppointment(me(), { orderId: first, startsAt: window }), { id });
  await assert.rejects(bookAppointment(me(), { orderId: second, startsAt: window }), /slot_taken/);
  await assert.rejects(bookAppointment(me(), { orderId: second, startsAt: new Date("2026-03-07T09:00:00Z") }), /slot_taken/);
  await moveAppointment(me(), { appointmentId: id, startsAt: slots[4]!.startsAt });
  await bookAppointment(me(), { orderId: second, startsAt: window });
  await assert.rejects(moveAppointment(t.as("planner"), { appointmentId: id, startsAt: window }), /slot_taken/);
  await moveAppointment(t.as("planner"), { appointmentId: id, startsAt: slots[6]!.startsAt }); // by phone, say
  assert.equal((await showAppointment(t.as("planner"), { appointmentId: id })).startsAt.getTime(), slots[6]!.startsAt.getTime());
  const board = await showBoard(t.as("planner"), { from: new Date("2026-03-01"), to: new Date("2026-04-01") });
  assert.equal(board.rows.length, 2);
});

test("two customers who want the same window at the same moment: one gets it", async () => {
  const orders = [await orderWithVisit(), await orderWithVisit(), await orderWithVisit()];
  const { slots } = await listSlots(me(), { orderId: orders[0]! });
  const startsAt = slots[8]!.startsAt;
  const results = await Promise.allSettled(orders.map((orderId) => bookAppointment(me(), { orderId, startsAt })));
  assert.equal(results.filter((result) => result.status === "fulfilled").length, 1);
});

test("a visit is lived step by step, each seen by the customer, and ends with proof and confirmation", async () => {
  const orderId = await orderWithVisit();
  const { slots } = await listSlots(me(), { orderId });
  const { id: appointmentId } = await bookAppointment(me(), { orderId, startsAt: slots.at(-1)!.startsAt });
  const technician = t.as("technician");
  await assert.rejects(
    completeVisit(technician, { appointmentId, proofs: [{ kind: "photo", contentType: "image/png", base64: png }] }),
    /wrong_state/,
  );
  await depart(technician, { appointmentId, etaMinutes: 25 });
  assert.equal((await myAppointment(me(), { orderId }))!.status, "dispatched");
  await arrive(technician, { appointmentId });
  await assert.rejects(
    completeVisit(technician, { appointmentId, proofs: [{ kind: "photo", contentType: "image/png", base64: "aGVsbG8=" }] }),
    /proof_not_a_picture/,
  );
  await completeVisit(technician, {
    appointmentId,
    notes: "Routeur au rez-de-chaussée",
    proofs: [{ kind: "photo", contentType: "image/png", base64: png }],
  });
  await confirmInstallation(me(), { appointmentId, firstTimeRight: true, name: "Léa Martin" });
  await confirmInstallation(me(), { appointmentId, firstTimeRight: true, name: "Léa Martin" });
  assert.deepEqual(await t.eventTypes({ subjectId: appointmentId }), [
    "appointment.booked",
    "technician.dispatched",
    "technician.arrived",
    "installation.completed",
    "installation.confirmed",
  ]);
  assert.equal((await showAppointment(technician, { appointmentId })).proofs.length, 1);
  await t.drain();
  const plan = await showPlan(t.as("planner"), { orderId });
  assert.ok(plan.tasks.length === 3);
});

test("a missed visit frees the task for a new window; strangers find nothing", async () => {
  const orderId = await orderWithVisit();
  const { slots } = await listSlots(me(), { orderId });
  const { id: appointmentId } = await bookAppointment(me(), { orderId, startsAt: slots[12]!.startsAt });
  const stranger = t.as({ kind: "customer", id: "s", contactId: newId(), customerId: newId(), level: "full" });
  await assert.rejects(moveAppointment(stranger, { appointmentId, startsAt: slots[13]!.startsAt }), /not_found/);
  await assert.rejects(listSlots(stranger, { orderId }), /not_found/);
  await assert.rejects(myAppointment(stranger, { orderId }), /not_found/);
  await missVisit(t.as("technician"), { appointmentId, by: "customer", reason: "Absente" });
  await bookAppointment(me(), { orderId, startsAt: slots[14]!.startsAt });
  await write(t.as(), (tx) =>
    append(tx, t.as(), "order.cancelled", { subjectId: orderId, customerId, data: { number: "CDE", reason: "x" } }),
  );
  await t.drain();
  assert.equal(await myAppointment(me(), { orderId }), null);
});

test("the road between two visits counts: no window right after a visit far away", () => {
  const calendar = { timeZone: "Europe/Paris", week: { 1: [{ from: "08:00", to: "14:00" }] }, holidays: [] };
  const visit = { technicianId: "a", startsAt: new Date("2026-03-02T09:00:00Z"), endsAt: new Date("2026-03-02T11:00:00Z") };
  const at = (postcode: string) =>
    feasibleSlots({
      earliest: new Date("2026-03-02T06:00:00Z"),
      calendar,
      technicians: [{ id: "a", skills: [] }],
      visits: [{ ...visit, postcode: "13001" }],
      postcode,
      skills: [],
    }).filter((slot) => slot.startsAt < new Date("2026-03-03"));
  assert.equal(at("13006").length, 2);
  assert.equal(at("06000").length, 0);
  assert.equal(
    feasibleSlots({
      earliest: new Date("2026-03-02T06:00:00Z"),
      calendar,
      technicians: [{ id: "a", skills: [] }],
      visits: [],
      postcode: "13001",
      skills: ["fibre"],
    }).length,
    0,
  );
});
