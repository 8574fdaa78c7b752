import assert from "node:assert/strict";
import { test } from "node:test";
import { CaseError } from "#cpq/pricing/engine/read.ts";
import { type RunResult, rateCase } from "./rate-case.ts";
import { readCase } from "./read-case.ts";
import { usageOutside } from "./usage-outside.ts";

const play = (json: object): RunResult[] => rateCase(readCase(json));
const basic = { model: { kind: "flat", amount: "29.99" } };
const pro = { proration: "second", model: { kind: "per_unit", unitPrice: "17.335" } };
const prices = { basic, pro };

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

test("usage that no run can bill is refused where nothing could, and told where something might", () => {
  const base = {
    prices: {
      fibre: { model: { kind: "flat", amount: "10" } },
      calls: { charge: "usage", meter: "voice", model: { kind: "per_unit", unitPrice: "1" } },
    },
    items: [
      { id: "line", versions: [{ from: "2026-01-01", price: "fibre" }] },
      { id: "calls", versions: [{ from: "2026-01-01", to: "2026-02-01", price: "calls" }] },
    ],
    runs: ["2026-03-01"],
  };
  const used = (usage: object) => readCase({ ...base, usage: [{ id: "u", at: "2026-01-05", ...usage }] });
  assert.throws(() => used({ item: "line" }), /usage\[0\]\.item "line" has no price for usage/);
  assert.throws(() => used({ item: "calls", void: true }), /usage\[0\]\.void needs replaces/);
  assert.throws(() => used({ item: "calls", replaces: "u" }), /usage\[0\]\.replaces must be another event/);
  assert.throws(() => readCase({ ...base, runs: ["9999-12-31"] }), /runs\[0\] must be in the years/);
  assert.deepEqual(usageOutside(used({ item: "calls" })), []);
  assert.match(usageOutside(used({ item: "calls", at: "2026-02-01" }))[0]!.why, /no version .* in force/);
  assert.match(usageOutside(used({ item: "calls", meter: "data" }))[0]!.why, /meter "data"/);
});
