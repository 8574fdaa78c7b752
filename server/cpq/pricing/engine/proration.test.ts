import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { formatFraction, multiply, parseDecimal } from "#platform/rational.ts";
import { toFixed } from "#platform/rounding.ts";
import { addMonths, calendarDay, formatDay, parseDay } from "./days.ts";
import { countPeriods, type Span } from "./proration.ts";

const day = (text: string): number => parseDay(text)!;
function periods(start: string, end: string, how: Partial<Span> = {}) {
  return countPeriods({
    per: "month",
    anchor: "start",
    day: 1,
    month: 1,
    partial: "prorate",
    days: "actual",
    partialBy: "days",
    ...how,
    start: day(start),
    end: day(end),
  });
}
const charge = (price: string, count: { exact: Parameters<typeof multiply>[0] }) =>
  toFixed(multiply(parseDecimal(price), count.exact), 2);

test("Salesforce: 90 a month, 2025-03-28 to 2026-02-04, day 5 = 8/31 + 10 = 10.258065 = 923.23", () => {
  const count = periods("2025-03-28", "2026-02-04", { anchor: "day", day: 5 });
  assert.equal(formatFraction(count.whole), "10");
  assert.deepEqual(
    count.partials.map((p) => [p.days, p.of]),
    [[8, 31]],
  );
  assert.equal(toFixed(count.exact, 6), "10.258065");
  assert.equal(charge("90", count), "923.23");
});

test("Salesforce: the same with no partial periods allowed counts 11", () => {
  assert.equal(formatFraction(periods("2025-03-28", "2026-02-04", { anchor: "day", day: 5, partial: "full" }).exact), "11");
});

test("Zuora: 100 a month, 2018-01-01 to 2018-02-14, billed on the 15th = 145.16 actual, 146.67 over 30", () => {
  assert.equal(charge("100", periods("2018-01-01", "2018-02-14", { anchor: "day", day: 15 })), "145.16");
  assert.equal(charge("100", periods("2018-01-01", "2018-02-14", { anchor: "day", day: 15, days: "fixed_30" })), "146.67");
});

test("Zuora: 100 a week, 5 weeks and the 2 days before the first Wednesday of 2018 = 528.57", () => {
  assert.equal(charge("100", periods("2018-01-01", "2018-02-06", { per: "week", anchor: "day", day: 3 })), "528.57");
});

test("Oracle: 2019-01-15 to 2019-04-10 from the service start = 2 + 27/31 = 2.871", () => {
  const count = periods("2019-01-15", "2019-04-10");
  assert.equal(toFixed(count.exact, 3), "2.871");
  assert.deepEqual(
    count.partials.map((p) => [p.days, p.of]),
    [[27, 31]],
  );
});

test("Oracle: 2019-03-01 to 2020-02-10 = 11 whole months and 10 of 29 days", () => {
  assert.equal(formatFraction(periods("2019-03-01", "2020-02-10").exact), "329/29");
});

test("calendar quarters and years by days, and by months first", () => {
  assert.equal(formatFraction(periods("2026-02-01", "2026-06-30", { per: "quarter", anchor: "calendar" }).exact), "149/90");
  const byMonths = { per: "quarter", anchor: "calendar", partialBy: "months" } as const;
  assert.equal(formatFraction(periods("2026-02-01", "2026-06-30", byMonths).exact), "5/3");
  assert.equal(
    formatFraction(periods("2024-07-01", "2025-06-30", { per: "year", anchor: "calendar" }).exact),
    formatFraction({ num: 184n * 365n + 181n * 366n, den: 366n * 365n }),
  );
});

test("a 31st anchor returns after February, and strict 30/360 counts a month's last day as the 30th", () => {
  assert.equal(formatFraction(periods("2026-01-31", "2026-04-29").exact), "3");
  assert.equal(formatFraction(periods("2026-02-01", "2026-02-28", { days: "strict_30" }).exact), "1");
  assert.equal(formatFraction(periods("2026-01-16", "2026-01-31", { anchor: "calendar", days: "strict_30" }).exact), "1/2");
});

const anyDay = fc.integer({ min: 0, max: 40_000 });

test("day numbers and calendar days are each other's inverse, and agree with the built-in calendar", () => {
  fc.assert(
    fc.property(anyDay, (number) => {
      assert.equal(parseDay(formatDay(number)), number);
      assert.equal(formatDay(number), new Date(number * 86_400_000).toISOString().slice(0, 10));
    }),
  );
});

test("a span of whole months is worth exactly that many months, whatever the start", () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 1, max: 60 }), (start, months) => {
      const span: Span = {
        per: "month",
        start,
        end: addMonths(calendarDay(start), months) - 1,
        anchor: "start",
        day: 1,
        month: 1,
        partial: "prorate",
        days: "actual",
        partialBy: "days",
      };
      assert.equal(formatFraction(countPeriods(span).exact), String(months));
    }),
  );
});

test("calendar months: cutting a span in two at any day loses nothing", () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 1, max: 500 }), fc.integer({ min: 1, max: 500 }), (start, first, second) => {
      const base = {
        per: "month",
        anchor: "calendar",
        day: 1,
        month: 1,
        partial: "prorate",
        days: "actual",
        partialBy: "days",
      } as const;
      const whole = countPeriods({ ...base, start, end: start + first + second - 1 }).exact;
      const a = countPeriods({ ...base, start, end: start + first - 1 }).exact;
      const b = countPeriods({ ...base, start: start + first, end: start + first + second - 1 }).exact;
      assert.equal(whole.num * a.den * b.den, (a.num * b.den + b.num * a.den) * whole.den);
    }),
  );
});
