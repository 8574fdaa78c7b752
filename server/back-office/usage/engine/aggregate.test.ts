import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { spanOf } from "#back-office/subscriptions/engine/local-time.ts";
import { instantOf } from "#back-office/subscriptions/engine/local-time.ts";
import { compare, multiply, parseDecimal, rational, reduce } from "#platform/rational.ts";
import { roundToInteger } from "#platform/rounding.ts";
import { acceptedUsage } from "./accepted-usage.ts";
import { aggregate } from "./aggregate.ts";
import { sumDecimals } from "./decimal-sum.ts";
import type { Aggregation, UsageEvent } from "./types.ts";

const zone = "Europe/Paris";
const march = spanOf("2026-03-01", "2026-04-01", "UTC");
const april = spanOf("2026-04-01", "2026-05-01", "UTC");
const kinds: Aggregation[] = ["count", "sum", "max", "unique", "latest", "weighted_sum"];
let ids = 0;
const use = (day: string, quantity: string, more: Partial<UsageEvent> = {}): UsageEvent => {
  const atMs = instantOf(day, "UTC");
  return { id: `e${++ids}`, itemId: "seats", atMs, recordedAtMs: atMs, quantity, ...more };
};
const cents = (events: UsageEvent[], kind: Aggregation, window: typeof march): bigint =>
  roundToInteger(multiply(aggregate(events, kind, window).quantity, rational(100n)));

test("weighted sum: each total counts for the time it lasts, and opens the next window", () => {
  const events = [use("2026-03-05", "2500"), use("2026-04-04", "-2000"), use("2026-04-06", "-200")];
  assert.equal(cents(events, "weighted_sum", march), 217_742n);
  assert.equal(cents(events, "weighted_sum", april), 53_333n);
});

test("a window counts what happened in it, first instant in, last instant out", () => {
  const events = [use("2026-03-01", "3"), use("2026-03-31", "1.5", { value: "a" }), use("2026-04-01", "100")];
  const quantity = (kind: Aggregation) => cents(events, kind, march);
  assert.deepEqual(kinds.slice(0, 5).map(quantity), [200n, 450n, 300n, 200n, 150n]);
  assert.deepEqual(
    kinds.slice(0, 5).map((kind) => cents([], kind, march)),
    [0n, 0n, 0n, 0n, 0n],
  );
});

test("a correction stands in for what it corrects, and a void takes it back", () => {
  const first = use("2026-03-02", "10", { id: "a" });
  const corrected = use("2026-03-02", "7", { id: "b", replaces: "a", recordedAtMs: instantOf("2026-04-03", zone) });
  const voided = use("2026-03-02", "0", { id: "c", replaces: "b", voided: true, recordedAtMs: instantOf("2026-04-05", zone) });
  const at = (day: string) =>
    sumDecimals(acceptedUsage([voided, corrected, first], instantOf(day, zone)).map((event) => event.quantity)).num;
  assert.deepEqual(["2026-04-01", "2026-04-03", "2026-04-05"].map(at), [10n, 7n, 0n]);
});

test("of two corrections of one event the last recorded counts, and once", () => {
  const events = [use("2026-03-02", "10", { id: "a" }), use("2026-03-02", "7", { id: "b", replaces: "a", recordedAtMs: 5e12 })];
  const rival = use("2026-03-02", "8", { id: "c", replaces: "a", recordedAtMs: 6e12 });
  for (const order of [
    [...events, rival],
    [rival, ...events],
  ])
    assert.deepEqual(
      acceptedUsage(order).map(({ id }) => id),
      ["c"],
    );
});

test("decimals add up exactly at any size", () => {
  assert.equal(compare(sumDecimals(["0.1", "0.2", "-0.05"]), parseDecimal("0.25")), 0);
  assert.equal(
    compare(sumDecimals(["9999999999999", "0.000001", "12345678901234567890.5"]), parseDecimal("12345688901234567889.500001")),
    0,
  );
  assert.equal(compare(sumDecimals(["0.000001", "9999999999999"]), parseDecimal("9999999999999.000001")), 0);
  assert.throws(() => sumDecimals(["1e3"]), /not a plain decimal/);
  assert.throws(() => sumDecimals(["1."]), /not a plain decimal/);
  const decimal = fc.tuple(fc.bigInt({ min: -(10n ** 14n), max: 10n ** 14n }), fc.integer({ min: 0, max: 8 }));
  fc.assert(
    fc.property(fc.array(decimal), (parts) => {
      const texts = parts.map(([units, places]) => {
        const digits = String(units < 0n ? -units : units).padStart(places + 1, "0");
        return `${units < 0n ? "-" : ""}${digits.slice(0, digits.length - places)}${places ? `.${digits.slice(-places)}` : ""}`;
      });
      const plain = parts.reduce((sum, [units, places]) => sum + units * 10n ** BigInt(8 - places), 0n);
      assert.equal(compare(sumDecimals(texts), rational(plain, 10n ** 8n)), 0);
    }),
    { numRuns: 500 },
  );
});

const anyEvent = fc
  .record({
    id: fc.integer({ min: 0, max: 15 }).map(String),
    source: fc.constantFrom("meter", "switch"),
    atMs: fc.integer({ min: march.fromMs - 1e9, max: march.toMs + 1e9 }),
    late: fc.integer({ min: 0, max: 1e9 }),
    quantity: fc.integer({ min: -500, max: 5000 }).map((units) => (units / 10).toFixed(1)),
    value: fc.constantFrom("u1", "u2", "u3"),
    replaces: fc.option(fc.integer({ min: 0, max: 15 }).map(String), { nil: undefined }),
    voided: fc.boolean(),
  })
  .map(
    ({ late, replaces, ...event }): UsageEvent => ({
      ...event,
      itemId: "i",
      recordedAtMs: event.atMs + late,
      ...(replaces ? { replaces } : {}),
    }),
  );

test("any order and duplication of usage gives the same aggregates", () => {
  fc.assert(
    fc.property(
      fc
        .array(anyEvent, { maxLength: 30 })
        .chain((events) =>
          fc.tuple(
            fc.constant(events),
            fc.shuffledSubarray([...events, ...events.map((event) => ({ ...event }))], { minLength: events.length * 2 }),
          ),
        ),
      ([events, shuffled]) => {
        for (const kind of kinds) {
          const [one, other] = [events, shuffled].map((list) => aggregate(acceptedUsage(list), kind, march));
          assert.deepEqual(reduce(one!.quantity), reduce(other!.quantity), kind);
          assert.equal(one!.events, other!.events);
        }
      },
    ),
    { numRuns: 300 },
  );
});
