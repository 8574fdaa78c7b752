import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { plusDays } from "#back-office/subscriptions/engine/local-time.ts";
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
