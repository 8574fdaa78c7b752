import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { billingPeriods, boundary, gridFor, periodsOf } from "./grid.ts";
import { instantOf, localText, readMoment } from "./local-time.ts";

const monthly = { unit: "month", count: 1 } as const;

test("a monthly anchor on 31 January gives 28 Feb, 31 Mar, 30 Apr: counted from the anchor, never drifting", () => {
  const periods = billingPeriods("2026-01-31", "month", 1, "2026-01-31", "2026-05-01", "Europe/Paris");
  assert.deepEqual(
    periods.map(({ from }) => from),
    ["2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30"],
  );
});

test("a quarter anchored on 15 January holds 20 May in 15 April to 14 July", () => {
  const [period] = billingPeriods("2026-01-15", "month", 3, "2026-05-20", "2026-05-21", "Europe/Paris");
  assert.deepEqual([period?.k, period?.from, period?.to], [1, "2026-04-15", "2026-07-15"]);
});

test("periods before the anchor are found too", () => {
  const [period] = billingPeriods("2026-01-31", "month", 1, "2025-02-10", "2025-02-11", "UTC");
  assert.deepEqual([period?.from, period?.to], ["2025-01-31", "2025-02-28"]);
});

test("periods are gap-free in local dates and in instants, over clock changes and leap years", () => {
  const zones = ["Europe/Paris", "America/New_York", "America/Sao_Paulo", "Africa/Cairo", "Pacific/Apia", "UTC"];
  fc.assert(
    fc.property(
      fc.date({ min: new Date("2000-01-01"), max: new Date("2035-12-31"), noInvalidDate: true }),
      fc.constantFrom("day" as const, "week" as const, "month" as const, "year" as const),
      fc.integer({ min: 1, max: 6 }),
      fc.constantFrom(...zones),
      (day, unit, count, zone) => {
        const anchor = day.toISOString().slice(0, 10);
        const periods = billingPeriods(anchor, unit, count, "2011-12-01", "2013-02-01", zone);
        assert.ok(periods.length > 0);
        assert.ok(periods[0]!.from <= "2011-12-01" && periods.at(-1)!.to >= "2013-02-01");
        for (const [index, period] of periods.entries()) {
          // Samoa had no 30 December 2011 at all: that one day lasts no time.
          assert.ok(period.from < period.to && period.fromMs <= period.toMs);
          const next = periods[index + 1];
          if (next) assert.deepEqual([next.from, next.fromMs, next.k], [period.to, period.toMs, period.k + 1]);
        }
      },
    ),
    { numRuns: 200 },
  );
});

test("calendar anchors: first of the month, calendar quarters, 1 January, Mondays", () => {
  const first = (unit: "month" | "year" | "week", count: number) => {
    const grid = gridFor({ kind: "calendar" }, { unit, count }, "2026-05-20", "2026-05-20");
    return periodsOf(grid, "2026-05-20", "2026-05-21", "UTC")[0];
  };
  assert.equal(first("month", 1)?.from, "2026-05-01");
  assert.equal(first("month", 3)?.from, "2026-04-01");
  assert.equal(first("year", 1)?.from, "2026-01-01");
  assert.equal(first("week", 1)?.from, "2026-05-18");
});

test("a billing day opens the grid at its first boundary and keeps the day afterwards", () => {
  const grid = gridFor({ kind: "day_of_month", day: 31 }, monthly, "2011-02-14", "2011-02-14");
  assert.deepEqual(
    [-1, 0, 1, 2].map((k) => boundary(grid, k)),
    ["2011-01-28", "2011-02-28", "2011-03-31", "2011-04-30"],
  );
  assert.throws(() => gridFor({ kind: "day_of_month", day: 32 }, monthly, "2011-02-14", "2011-02-14"), /anchor\.day/);
  assert.throws(
    () => gridFor({ kind: "day_of_month", day: 3 }, { unit: "week", count: 1 }, "2011-02-14", "2011-02-14"),
    /anchor/,
  );
});

test("a day begins at its first moment, even where midnight does not exist", () => {
  const ms = instantOf("2018-11-04", "America/Sao_Paulo");
  assert.equal(new Date(ms).toISOString(), "2018-11-04T03:00:00.000Z");
  assert.equal(localText(ms, "America/Sao_Paulo"), "2018-11-04");
});

test("moments are read as dates, local times or instants, and anything else is refused with its place", () => {
  assert.equal(readMoment("2026-03-05", "Europe/Paris", "x"), "2026-03-05");
  assert.equal(readMoment("2026-03-04T23:00:00Z", "Europe/Paris", "x"), "2026-03-05");
  assert.equal(readMoment("2026-03-05T10:30", "Europe/Paris", "x"), "2026-03-05T10:30:00");
  assert.throws(() => readMoment("2026-02-30", "Europe/Paris", "items[0].from"), /items\[0\]\.from: "2026-02-30" is not a date/);
});
