import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { placeOrder } from "#back-office/orders/place-order.ts";
import { type TestApp, testApp } from "#test/harness/app.ts";
import { correspondents } from "#test/harness/correspondents.ts";
import { soldLines } from "#test/story/sold-lines.ts";
import { recommendFor } from "./recommend.ts";
import { stateRecommendation } from "./state-recommendation.ts";
import { withdrawRecommendation } from "./withdraw-recommendation.ts";

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

async function orders(times: number, ...skus: string[]): Promise<void> {
  const person = await people.someone();
  const [model] = soldLines();
  for (let time = 0; time < times; time += 1)
    await placeOrder(t.as(), {
      quoteId: null,
      opportunityId: null,
      customerId: person.customerId,
      contactId: person.contactId,
      currency: "EUR",
      netMinor: 18_900n,
      totalMinor: 22_680n,
      lines: skus.map((sku) => ({ ...soldLines()[0]!, ...model!, lineId: soldLines()[0]!.lineId, sku, name: sku })),
      deliveryAddress: { line1: "8 rue des Tanneurs", postcode: "13006", city: "Marseille", country: "FR" },
      locale: "fr",
    });
  await t.drain();
}

test("what is stated comes first; what orders say follows once there are enough, with its support, confidence and lift", async () => {
  const stated = await recommendFor(t.as("seller"), ["FIBRE-PRO"]);
  assert.deepEqual(
    stated.map(({ sku, lift }) => [sku, lift]),
    [
      ["BACKUP-4G", null],
      ["CARE-PLUS", null],
    ],
  );
  await orders(12, "FIBRE-PRO", "WIFI-AP");
  assert.equal((await recommendFor(t.as("seller"), ["FIBRE-PRO"])).length, 2, "twelve orders may be chance");
  await orders(10, "FIBRE-PRO", "INSTALL");
  await orders(8, "INSTALL");
  const rows = await recommendFor(t.as("seller"), ["FIBRE-PRO"]);
  const learnt = rows.find(({ sku }) => sku === "WIFI-AP")!;
  assert.deepEqual([learnt.support, learnt.confidence], [12 / 30, 12 / 22]);
  assert.ok(Math.abs(learnt.lift! - 12 / 22 / (12 / 30)) < 1e-9);
  assert.match(learnt.reason.en, /^55% of those who bought “.+” took it too, 1\.4 times the usual$/);
  assert.match(learnt.reason.fr, /^55 % de ceux qui ont acheté « .+ » l’ont pris aussi, 1,4 fois plus que d’ordinaire$/);
  assert.ok(!rows.some(({ sku }) => sku === "INSTALL"), "together less often than by chance");
});

test("what is stated can be withdrawn; an article never goes with itself", async () => {
  const reason = { en: "Wired where Wi-Fi fails", fr: "Le câble là où le Wi-Fi ne passe pas" };
  const pair = { sku: "INSTALL", withSku: "WIFI-AP" };
  await assert.rejects(
    stateRecommendation(t.as("marketer"), { sku: "INSTALL", withSku: "INSTALL", kind: "cross_sell", reason }),
    /recommendation.with_itself/,
  );
  await stateRecommendation(t.as("marketer"), { ...pair, kind: "cross_sell", reason });
  const stated = async () =>
    (await recommendFor(t.as("seller"), ["INSTALL"], 20)).some((one) => one.sku === "WIFI-AP" && one.lift === null);
  assert.equal(await stated(), true);
  await withdrawRecommendation(t.as("marketer"), pair);
  await withdrawRecommendation(t.as("marketer"), pair);
  assert.equal(await stated(), false);
});
