import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { type TestApp, testApp } from "#test/harness/app.ts";
import { publishOffering, retireOffering } from "./publish-offering.ts";
import { listOfferings, listPriceBooks, listPrices, publishedOfferings, showOffering } from "./queries.ts";
import { changeOffering, createOffering } from "./save-offering.ts";
import { createPriceBook, setPrice } from "./set-price.ts";

let t: TestApp;
before(async () => {
  t = await testApp();
});
after(() => t.close());

const fields = {
  name: { en: "Desk phone", fr: "Téléphone de bureau" },
  description: { en: "", fr: "" },
  family: "equipment",
  taxClass: "standard",
  delivery: "ship" as const,
  leadTimeDays: 2,
  unitCostMinor: 4_000n,
  everyMonths: null,
  termMonths: null,
  meters: [],
  characteristics: [],
};

test("the demo catalogue holds a product, a service and a metered subscription, all on sale", async () => {
  const kinds = (await publishedOfferings(t.as("seller"), ["ROUTER-PRO", "INSTALL", "FIBRE-PRO"]))
    .map((offering) => offering.kind)
    .sort();
  assert.deepEqual(kinds, ["product", "service", "subscription"]);
});

test("an offering goes on sale once it has a price, and each publication is a version that stays", async () => {
  const { id } = await createOffering(t.as("marketer"), { sku: "PHONE-1", kind: "product", ...fields });
  await assert.rejects(publishOffering(t.as("marketer"), { offeringId: id }), /offering.no_price/);
  const book = await createPriceBook(t.as("sales_manager"), {
    name: "Partenaires",
    currency: "EUR",
    segment: "partner",
    region: null,
    validFrom: null,
    validUntil: null,
    priority: 5,
  });
  await setPrice(t.as("sales_manager"), {
    priceBookId: book.id,
    offeringId: id,
    price: { kind: "per_unit", unitPrice: "79.00" },
    validFrom: "2026-01-01",
  });
  await setPrice(t.as("sales_manager"), {
    priceBookId: book.id,
    offeringId: id,
    price: { kind: "per_unit", unitPrice: "82.00" },
    validFrom: "2026-06-01",
  });
  await publishOffering(t.as("marketer"), { offeringId: id });
  await changeOffering(t.as("marketer"), { offeringId: id, leadTimeDays: 9 });
  assert.equal((await publishOffering(t.as("marketer"), { offeringId: id })).version, 2);
  const shown = await showOffering(t.as("seller"), { offeringId: id });
  assert.deepEqual(
    shown.prices.map((price) => [price.validFrom, price.validUntil]),
    [
      ["2026-06-01", null],
      ["2026-01-01", "2026-05-31"],
    ],
  );
  assert.deepEqual(
    shown.versions.map((version) => version.version),
    [2, 1],
  );
  assert.deepEqual(await t.eventTypes({ subjectId: id }), ["offering.published", "offering.published"]);
  await retireOffering(t.as("marketer"), { offeringId: id });
  await assert.rejects(changeOffering(t.as("marketer"), { offeringId: id, leadTimeDays: 1 }), /offering.retired/);
});

test("a price that cannot be computed, a doubled sku and a period on a product are refused", async () => {
  const book = await createPriceBook(t.as("sales_manager"), {
    name: "Essai",
    currency: "EUR",
    segment: null,
    region: null,
    validFrom: null,
    validUntil: null,
    priority: 0,
  });
  const { id } = await createOffering(t.as("marketer"), { sku: "PHONE-2", kind: "product", ...fields });
  await assert.rejects(
    setPrice(t.as("sales_manager"), {
      priceBookId: book.id,
      offeringId: id,
      price: { kind: "per_unit", unitPrice: "-3" },
      validFrom: "2026-01-01",
    }),
    /price.not_valid/,
  );
  await assert.rejects(createOffering(t.as("marketer"), { sku: "PHONE-2", kind: "product", ...fields }), /value.duplicate/);
  await assert.rejects(
    createOffering(t.as("marketer"), { sku: "PHONE-3", kind: "product", ...fields, everyMonths: 1 }),
    /period_mismatch/,
  );
});

test("the list pages by cursor without a gap", async () => {
  const first = await listOfferings(t.as("seller"), { limit: 3 });
  const second = await listOfferings(t.as("seller"), { limit: 200, cursor: first.nextCursor! });
  const all = await listOfferings(t.as("seller"), { limit: 200 });
  assert.deepEqual(
    [...first.rows, ...second.rows].map((row) => row.sku),
    all.rows.map((row) => row.sku),
  );
});

test("what is sold is the version published: changes made since wait for the next publication", async () => {
  const shown = async () => showOffering(t.as("seller"), { offeringId });
  const sold = async () => (await publishedOfferings(t.as("seller"), ["WIFI-AP"]))[0]!;
  const offeringId = (await sold()).id;
  assert.equal((await shown()).changed, false);
  t.clock.advanceMs(1_000);
  await changeOffering(t.as("marketer"), { offeringId, leadTimeDays: 21, unitCostMinor: 15_000n });
  assert.deepEqual([(await sold()).leadTimeDays, (await sold()).unitCostMinor], [5, 14_500n]);
  assert.deepEqual([(await shown()).leadTimeDays, (await shown()).changed], [21, true]);
  await publishOffering(t.as("marketer"), { offeringId });
  assert.deepEqual([(await sold()).leadTimeDays, (await sold()).unitCostMinor, (await shown()).changed], [21, 15_000n, false]);
});

test("a subscription once on sale keeps its period; a product never gets one", async () => {
  const [fibre] = await publishedOfferings(t.as("seller"), ["FIBRE-PRO"]);
  await changeOffering(t.as("marketer"), { offeringId: fibre!.id, everyMonths: 1 });
  await assert.rejects(changeOffering(t.as("marketer"), { offeringId: fibre!.id, everyMonths: 3 }), /offering.period_sold/);
  const [router] = await publishedOfferings(t.as("seller"), ["ROUTER-PRO"]);
  await assert.rejects(changeOffering(t.as("marketer"), { offeringId: router!.id, everyMonths: 1 }), /period_mismatch/);
  const draft = await createOffering(t.as("marketer"), { sku: "SUB-1", kind: "subscription", ...fields, everyMonths: 1 });
  await changeOffering(t.as("marketer"), { offeringId: draft.id, everyMonths: 12 });
  assert.equal((await showOffering(t.as("marketer"), { offeringId: draft.id })).everyMonths, 12);
});

test("a book lists what it asks for each offering, ended prices too", async () => {
  const { rows: books } = await listPriceBooks(t.as("seller"));
  const book = books.find((one) => one.name === "Partenaires")!;
  const { rows } = await listPrices(t.as("seller"), { priceBookId: book.id });
  assert.deepEqual(
    rows.map((row) => [row.sku, row.validFrom, row.validUntil]),
    [
      ["PHONE-1", "2026-06-01", null],
      ["PHONE-1", "2026-01-01", "2026-05-31"],
    ],
  );
  await assert.rejects(listPrices(t.as("seller"), { priceBookId: rows[0]!.offeringId }), /not_found/);
});
