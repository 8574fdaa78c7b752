import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { plusDays } from "#back-office/subscriptions/engine/local-time.ts";
import { CaseError } from "#cpq/pricing/engine/read.ts";
import { type RunResult, rateCase } from "./rate-case.ts";
import { readCase } from "./read-case.ts";
import type { InvoiceLine } from "./types.ts";

const play = (json: object): RunResult[] => rateCase(readCase(json));
const linesOf = (results: readonly RunResult[]): InvoiceLine[] => results.flatMap(({ lines }) => [...lines]);
const sum = (lines: readonly InvoiceLine[]): bigint => lines.reduce((total, line) => total + line.net, 0n);

const prices = {
  basic: { vat: { category: "S", rate: "20" }, model: { kind: "flat", amount: "29.99" } },
  pro: { vat: { category: "S", rate: "20" }, proration: "second", model: { kind: "per_unit", unitPrice: "17.335" } },
  late: { vat: { category: "S", rate: "5.5" }, timing: "arrears", model: { kind: "flat", amount: "100.01" } },
  calls: {
    charge: "usage",
    included: "7",
    model: {
      kind: "volume",
      tiers: [
        { upTo: "30", unitPrice: "0.375" },
        { unitPrice: "0.21", flatFee: "1" },
      ],
    },
    commitment: { minimum: "9.99" },
  },
};

const day = fc.integer({ min: 0, max: 95 }).map((offset) => plusDays("2026-01-20", offset));
const item = fc
  .record({
    days: fc.uniqueArray(day, { minLength: 1, maxLength: 4 }),
    names: fc.array(fc.constantFrom("basic", "pro", "late"), { minLength: 4, maxLength: 4 }),
    quantities: fc.array(fc.integer({ min: 1, max: 5 }).map(String), { minLength: 4, maxLength: 4 }),
    late: fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 4, maxLength: 4 }),
    ends: fc.option(day, { nil: null }),
  })
  .map(({ days, names, quantities, late, ends }) => {
    const from = days.toSorted();
    const last = from.at(-1)!;
    const versions = from.map((start, index) => ({
      from: start,
      price: names[index]!,
      quantity: quantities[index]!,
      knownFrom: plusDays(start, late[index]!),
      ...(start === last && ends !== null && ends >= last ? { to: ends } : {}),
    }));
    return { id: "plan", versions };
  });
const event = fc
  .record({
    id: fc.integer({ min: 0, max: 25 }),
    at: day,
    late: fc.integer({ min: 0, max: 50 }),
    units: fc.integer({ min: -20, max: 200 }),
  })
  .map(({ id, at, late, units }) => ({
    id: `e${id}`,
    item: "calls",
    at,
    recordedAt: plusDays(at, late),
    quantity: (units / 10).toFixed(1),
  }));
const anyCase = fc
  .record({ item, usage: fc.array(event, { maxLength: 25 }), runs: fc.array(day, { minLength: 1, maxLength: 5 }) })
  .map(({ item: plan, usage, runs }) => ({
    timeZone: "Europe/Paris",
    prices,
    items: [plan, { id: "calls", versions: [{ from: "2026-01-25", price: "calls" }] }],
    usage,
    runs: [...runs.toSorted(), "2026-07-01"],
  }));

test("running again on the same day yields nothing new", () => {
  fc.assert(
    fc.property(anyCase, (json) => {
      const results = play({ ...json, runs: json.runs.flatMap((run) => [run, run]) });
      let previous = "";
      for (const { asOf, lines, document } of results) {
        if (asOf === previous) assert.deepEqual([lines, document], [[], null]);
        previous = asOf;
      }
      const keys = linesOf(results).map(({ key }) => key);
      assert.equal(new Set(keys).size, keys.length);
    }),
    { numRuns: 150 },
  );
});

test("usage in any order and with any duplicates gives the same lines", () => {
  fc.assert(
    fc.property(
      anyCase.chain((json) =>
        fc.tuple(fc.constant(json), fc.shuffledSubarray([...json.usage, ...json.usage], { minLength: json.usage.length * 2 })),
      ),
      ([json, usage]) => {
        assert.deepEqual(play({ ...json, usage }), play(json));
      },
    ),
    { numRuns: 100 },
  );
});

test("what is given back never exceeds what was billed, line by line", () => {
  fc.assert(
    fc.property(anyCase, fc.bigInt({ min: 1n, max: 5_000n }), (json, cents) => {
      const first = linesOf(play(json)).find((line) => line.kind === "recurring" && line.net > 0n);
      const amount = `${cents / 100n}.${String(cents % 100n).padStart(2, "0")}`;
      const adjustments = first ? [{ item: "plan", serviceFrom: first.service.from, amount, on: "2026-07-01" }] : [];
      const lines = linesOf(play({ ...json, adjustments }));
      for (const line of lines) {
        const back = lines.filter(({ credits }) => credits === line.key);
        assert.ok(-sum(back) <= (line.net > 0n ? line.net : 0n), line.key);
        for (const credit of back) assert.deepEqual(credit.vat, line.vat);
      }
    }),
    { numRuns: 150 },
  );
});

test("usage costs the same whenever it is billed: the lines of many runs add up to those of one", () => {
  fc.assert(
    fc.property(anyCase, (json) => {
      const usageOf = (results: RunResult[]) => sum(linesOf(results).filter(({ itemId }) => itemId === "calls"));
      assert.equal(usageOf(play(json)), usageOf(play({ ...json, runs: ["2026-07-01"] })));
    }),
    { numRuns: 100 },
  );
});

test("service is billed once whatever the history: many runs come within a cent per line of one run", () => {
  fc.assert(
    fc.property(anyCase, (json) => {
      const plan = (results: RunResult[]) => linesOf(results).filter(({ itemId }) => itemId === "plan");
      const [many, single] = [plan(play(json)), plan(play({ ...json, runs: ["2026-07-01"] }))];
      const apart = sum(many) - sum(single);
      assert.ok(apart <= BigInt(many.length) && apart >= -BigInt(many.length), `${apart} cents apart over ${many.length} lines`);
    }),
    { numRuns: 150 },
  );
});

test("every document adds up, and its lines are those of the run", () => {
  fc.assert(
    fc.property(anyCase, (json) => {
      for (const { lines, document } of play(json)) {
        if (!document) continue;
        const sign = document.kind === "invoice" ? 1n : -1n;
        assert.equal(document.lineTotal * sign, sum(lines));
        assert.equal(document.total, document.net + document.vatTotal);
        assert.equal(document.due, document.total - document.prepaid);
      }
    }),
    { numRuns: 60 },
  );
});

test("a late end, a change to the second, and a percentage price with limits per transaction", () => {
  const [, second] = play({
    timeZone: "Europe/Paris",
    prices: {
      line: { proration: "second", model: { kind: "flat", amount: "30.00" } },
      fee: { charge: "usage", model: { kind: "percentage", percent: "2", transactionMinimum: "0.50" } },
    },
    items: [
      { id: "line", versions: [{ from: "2026-06-01", to: "2026-06-16T12:00", price: "line" }] },
      { id: "fee", versions: [{ from: "2026-06-01", price: "fee" }] },
    ],
    usage: [
      { id: "t1", item: "fee", at: "2026-06-03", quantity: "10.00" },
      { id: "t2", item: "fee", at: "2026-06-04", quantity: "100.00" },
    ],
    runs: ["2026-06-01", "2026-07-01"],
  });
  // Half past the 15th of 30 days: 14.5 days unused; 10.00 at 2 % is raised to 0.50, 100.00 costs 2.00.
  assert.deepEqual(
    second?.lines.map(({ kind, net }) => [kind, net]),
    [
      ["usage", 250n],
      ["credit", -1_450n],
    ],
  );
});

test("a credit pays the next invoices, unless the case keeps it apart", () => {
  const json = {
    prices: { plan: { model: { kind: "flat", amount: "30.00" } }, small: { model: { kind: "flat", amount: "3.00" } } },
    items: [
      {
        id: "plan",
        versions: [
          { from: "2026-04-01", price: "plan" },
          { from: "2026-04-16", price: "small" },
        ],
      },
    ],
    runs: ["2026-04-01", "2026-04-16", "2026-05-01"],
  };
  const due = (results: RunResult[]) => results.map(({ document, balance }) => [document?.due, balance]);
  assert.deepEqual(due(play(json)), [
    [3_000n, 0n],
    [1_350n, 1_350n],
    [0n, 1_050n],
  ]);
  assert.deepEqual(due(play({ ...json, applyCredit: false })), [
    [3_000n, 0n],
    [1_350n, 0n],
    [300n, 0n],
  ]);
});

test("wrong cases are refused with every wrong place named", () => {
  const wrong = {
    prices: { p: { model: { kind: "flat", amount: "ten" }, tming: "advance" } },
    items: [{ id: "a", versions: [{ from: "2026-02-30", price: "q", quantity: "-1" }] }],
    usage: [{ id: "e", item: "b", at: "soon" }],
    runs: [],
  };
  assert.throws(
    () => readCase(wrong),
    (error: unknown) => {
      assert.ok(error instanceof CaseError);
      const places = error.issues.map(({ path }) => path);
      for (const place of [
        "prices.p.model.amount",
        "prices.p.tming",
        "items[0].versions[0].from",
        "items[0].versions[0].price",
        "items[0].versions[0].quantity",
        "usage[0].item",
        "usage[0].at",
        "runs",
      ]) {
        assert.ok(places.includes(place), `${place} in ${places.join()}`);
      }
      return true;
    },
  );
  const overlapping = {
    prices,
    items: [
      {
        id: "a",
        versions: [
          { from: "2026-01-01", to: "2026-03-01", price: "basic" },
          { from: "2026-02-01", price: "pro" },
        ],
      },
    ],
    runs: ["2026-03-01"],
  };
  assert.throws(() => play(overlapping), /item a, version 2: begins on 2026-02-01/);
  assert.throws(
    () =>
      play({
        prices,
        items: [{ id: "a", versions: [{ from: "2026-01-01", price: "basic" }] }],
        runs: ["2026-03-01", "2026-02-01"],
      }),
    /runs\[1\]/,
  );
});

test("a quantity no band covers is refused with its item; twin adjustments both count", () => {
  const prices2 = {
    closed: { charge: "usage", model: { kind: "volume", tiers: [{ upTo: "10", unitPrice: "1" }] } },
    flat: { model: { kind: "flat", amount: "30" } },
  };
  const items = [
    { id: "a", versions: [{ from: "2026-01-01", price: "closed" }] },
    { id: "b", versions: [{ from: "2026-01-01", price: "flat" }] },
  ];
  const usage = [{ id: "e", item: "a", at: "2026-01-05", quantity: "11" }];
  assert.throws(
    () => play({ prices: prices2, items, usage, runs: ["2026-02-01"] }),
    /item a, version 1: the quantity is above the last tier/,
  );
  const twice = { item: "b", serviceFrom: "2026-01-01", amount: "20.00", on: "2026-01-10", reason: "outage" };
  const [, adjusted] = play({ prices: prices2, items, adjustments: [twice, twice], runs: ["2026-01-01", "2026-01-15"] });
  assert.deepEqual(
    adjusted?.lines.map(({ net }) => net),
    [-2_000n, -1_000n],
  );
});
