import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { append } from "#events/append.ts";
import { newId } from "#platform/ids.ts";
import { write } from "#platform/write.ts";
import { type TestApp, testApp } from "#test/harness/app.ts";
import { soldLines } from "#test/story/sold-lines.ts";
import { amendOrder } from "./amend-order.ts";
import { cancelOrder } from "./cancel-order.ts";
import { listOrders, myOrders, showOrder } from "./queries.ts";
import { receiveReturn, requestReturn } from "./return-item.ts";

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

const me = () => ({ kind: "customer", id: "c", contactId: newId(), customerId, level: "full" }) as const;

async function signedQuote(): Promise<string> {
  const quoteId = newId();
  const lines = soldLines();
  const netMinor = lines.reduce((sum, line) => sum + BigInt(line.netMinor), 0n);
  await write(t.as(), (tx) =>
    append(tx, t.as(), "quote.signed", {
      subjectId: quoteId,
      customerId,
      data: {
        number: "DEV-1",
        version: 1,
        opportunityId: null,
        signedBy: "Léa Martin",
        documentSha256: "0",
        currency: "EUR",
        netMinor,
        taxMinor: netMinor / 5n,
        totalMinor: netMinor + netMinor / 5n,
        lines,
        deliveryAddress: { line1: "8 rue des Tanneurs", postcode: "13006", city: "Marseille", country: "FR" },
        locale: "fr",
      },
    }),
  );
  await t.drain();
  return quoteId;
}
const orderOf = async (quoteId: string) =>
  (await t.app.db.selectFrom("orders").select("id").where("quote_id", "=", quoteId).execute()).map((row) => row.id);

test("a signed quote becomes one order with everything that was sold", async () => {
  const quoteId = await signedQuote();
  const [orderId] = await orderOf(quoteId);
  const order = await showOrder(t.as("planner"), { orderId: orderId! });
  assert.deepEqual(
    order.items.map((item) => item.line.sku),
    ["ROUTER-PRO", "INSTALL", "FIBRE-PRO"],
  );
  assert.equal(order.netMinor, 42_700n);
  assert.equal((await t.eventTypes({ subjectId: orderId! }))[0], "order.placed");
});

test("a quantity changes at the price sold until the item leaves; then only a return is left", async () => {
  const [orderId] = await orderOf(await signedQuote());
  const { items } = await showOrder(t.as("planner"), { orderId: orderId! });
  const itemId = items[0]!.id;
  await amendOrder(t.as("planner"), { orderId: orderId!, itemId, quantity: "2" });
  const order = await showOrder(t.as("planner"), { orderId: orderId! });
  assert.equal(order.netMinor, 42_700n + 18_900n);
  await write(t.as(), (tx) =>
    append(tx, t.as(), "shipment.delivered", {
      subjectId: newId(),
      customerId,
      data: { orderId: orderId!, itemIds: [itemId], receivedBy: "Léa" },
    }),
  );
  await t.drain();
  await assert.rejects(amendOrder(t.as("planner"), { orderId: orderId!, itemId, quantity: "3" }), /order.item_left/);
  await assert.rejects(cancelOrder(t.as("planner"), { orderId: orderId!, reason: "x" }), /order.item_left/);
  const { id: returnId } = await requestReturn(t.as(me()), { orderId: orderId!, itemId, reason: "Trop grand" });
  await assert.rejects(requestReturn(t.as(me()), { orderId: orderId!, itemId, reason: "Encore" }), /value.duplicate/);
  await receiveReturn(t.as("planner"), { orderId: orderId!, returnId, condition: "Neuf" });
  assert.equal((await showOrder(t.as("planner"), { orderId: orderId! })).items[0]!.status, "returned");
});

test("an order is cancelled once, with its reason, and then stays so", async () => {
  const [orderId] = await orderOf(await signedQuote());
  await cancelOrder(t.as("planner"), { orderId: orderId!, reason: "Doublon" });
  await cancelOrder(t.as("planner"), { orderId: orderId!, reason: "Doublon" });
  assert.equal((await t.eventTypes({ subjectId: orderId! })).filter((type) => type === "order.cancelled").length, 1);
});

test("customers see their own orders and nobody else's", async () => {
  const [orderId] = await orderOf(await signedQuote());
  assert.ok((await myOrders(t.as(me()), { limit: 50 })).rows.some((row) => row.id === orderId));
  const stranger = { kind: "customer", id: "s", contactId: newId(), customerId: newId(), level: "full" } as const;
  await assert.rejects(showOrder(t.as(stranger), { orderId: orderId! }), /not_found/);
  assert.deepEqual((await myOrders(t.as(stranger), { limit: 50 })).rows, []);
  assert.ok((await listOrders(t.as("planner"), { limit: 1 })).nextCursor);
});
