import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { add, compare, formatFraction, one, type Rational, zero } from "#platform/rational.ts";
import { plusDays } from "./local-time.ts";
import { obligationsDue } from "./obligations-due.ts";
import type { Booked, ItemVersion, Obligation, Terms } from "./types.ts";

const calendar = { timeZone: "Europe/Paris" };
const monthly: Terms = {
  termsId: "p1",
  kind: "recurring",
  cadence: { unit: "month", count: 1 },
  anchor: { kind: "calendar" },
  timing: "advance",
  proration: "day",
};
const version = (versionId: string, from: string, to: string | null, terms: Partial<Terms> = {}): ItemVersion => ({
  itemId: "fibre",
  versionId,
  from,
  to,
  terms: { ...monthly, ...terms },
});
const short = (one: Obligation) =>
  `${one.kind} ${one.service.from}..${one.service.to} ${formatFraction(one.share)} ${one.reason}`;

test("a trial is free, then the rest of the month is due on its first day", () => {
  const trial = { ...version("1", "2026-03-05", null), phases: [{ name: "trial", until: "2026-03-15", percentOff: "100" }] };
  assert.deepEqual(obligationsDue([trial], calendar, "2026-03-14"), []);
  assert.deepEqual(obligationsDue([trial], calendar, "2026-03-15").map(short), ["recurring 2026-03-15..2026-04-01 17/31 phase"]);
});

test("a billing day moved to the 31st: 13/28, then 14/31 and a whole month", () => {
  const versions = [
    version("1", "2011-02-01", "2011-02-14", { anchor: { kind: "day_of_month", day: 1 } }),
    version("2", "2011-02-14", null, { anchor: { kind: "day_of_month", day: 31 }, termsId: "p2" }),
  ];
  assert.deepEqual(obligationsDue(versions, calendar, "2011-03-01").map(short), [
    "recurring 2011-02-01..2011-02-14 13/28 period",
    "recurring 2011-02-14..2011-02-28 14/31 change",
    "recurring 2011-02-28..2011-03-31 1 period",
  ]);
});

test("a change of price gives back the unused part of the line and charges the new price from that day", () => {
  const first = obligationsDue([version("1", "2026-05-01", null)], calendar, "2026-05-01");
  const changed = [version("1", "2026-05-01", "2026-05-02"), version("2", "2026-05-02", null, { termsId: "p2" })];
  assert.deepEqual(obligationsDue(changed, calendar, "2026-05-02", first).map(short), [
    "credit 2026-05-02..2026-06-01 30/31 unused:period@2026-05-01",
    "recurring 2026-05-02..2026-06-01 30/31 change",
  ]);
  assert.deepEqual(obligationsDue(changed, calendar, "2026-05-01", first), [], "a planned change is not credited before its day");
});

test("a new version on the same terms changes nothing", () => {
  const first = obligationsDue([version("1", "2026-05-01", null)], calendar, "2026-05-01");
  const renamed = [version("1", "2026-05-01", "2026-05-10"), version("2", "2026-05-10", null)];
  assert.deepEqual(obligationsDue(renamed, calendar, "2026-05-20", first), []);
});

test("arrears waits for the end of the service; pauses are not served", () => {
  const paused = [
    version("1", "2026-05-01", "2026-05-11", { timing: "arrears" }),
    version("2", "2026-05-21", null, { timing: "arrears" }),
  ];
  assert.deepEqual(obligationsDue(paused, calendar, "2026-05-31").map(short), ["recurring 2026-05-01..2026-05-11 10/31 period"]);
  assert.deepEqual(obligationsDue(paused, calendar, "2026-06-01").map(short), [
    "recurring 2026-05-01..2026-05-11 10/31 period",
    "recurring 2026-05-21..2026-06-01 11/31 resume",
  ]);
});

test("full charges a started period once and gives nothing back; none charges whole periods only", () => {
  const full = [version("1", "2026-05-10", "2026-06-05", { proration: "full" })];
  assert.deepEqual(obligationsDue(full, calendar, "2026-07-01").map(short), [
    "recurring 2026-05-10..2026-06-01 1 start",
    "recurring 2026-06-01..2026-06-05 1 period",
  ]);
  const none = [version("1", "2026-05-10", "2026-07-05", { proration: "none" })];
  assert.deepEqual(obligationsDue(none, calendar, "2026-08-01").map(short), ["recurring 2026-06-01..2026-07-01 1 period"]);
});

test("the account moves from Paris to New York: the next period begins where the last one ended", () => {
  const line = obligationsDue([version("1", "2026-03-01", null)], calendar, "2026-03-01");
  const [next, ...rest] = obligationsDue(
    [version("1", "2026-03-01", null)],
    { timeZone: "America/New_York" },
    "2026-04-01",
    line,
  );
  assert.deepEqual(rest, []);
  assert.equal(next?.service.from, "2026-04-01");
  assert.equal(next?.service.fromMs, line[0]?.service.toMs);
});

test("a one-off is due once", () => {
  const setup = [version("1", "2026-03-05", null, { kind: "one_off" })];
  const due = obligationsDue(setup, calendar, "2026-03-05");
  assert.deepEqual(due.map(short), ["one_off 2026-03-05..2026-03-05 1 start"]);
  assert.deepEqual(obligationsDue(setup, calendar, "2026-09-05", due), []);
});

test("a version that ends when it begins never happened: what was billed for it is given back", () => {
  const line = obligationsDue([version("1", "2026-03-01", null)], calendar, "2026-03-01");
  assert.deepEqual(obligationsDue([version("1", "2026-03-01", "2026-03-01")], calendar, "2026-03-02", line).map(short), [
    "credit 2026-03-01..2026-04-01 1 unused:period@2026-03-01",
  ]);
});

test("overlapping versions are refused by name", () => {
  assert.throws(
    () => obligationsDue([version("1", "2026-05-01", null), version("2", "2026-05-10", null)], calendar, "2026-06-01"),
    /item fibre, version 2: begins on 2026-05-10, but version 1 runs to no end/,
  );
});

const day = fc.integer({ min: 0, max: 100 }).map((offset) => plusDays("2026-01-20", offset));
const life = fc
  .uniqueArray(day, { minLength: 2, maxLength: 7 })
  .chain((days) =>
    fc.tuple(fc.constant(days.toSorted()), fc.array(fc.constantFrom("p1", "p2", "p3", null), { minLength: 6, maxLength: 6 })),
  )
  .map(([days, prices]) =>
    prices
      .slice(0, days.length - 1)
      .flatMap((termsId, index) =>
        termsId ? [version(`v${index}`, days[index]!, index === days.length - 2 ? null : days[index + 1]!, { termsId })] : [],
      ),
  )
  .filter((versions) => versions.length > 0);

/** Days billed and not credited, per price. */
function daysBilled(booked: readonly Booked[]): Map<string, number> {
  const billed = new Map<string, number>();
  for (const one of booked) {
    for (let at = one.service.from; at < one.service.to; at = plusDays(at, 1)) {
      const name = `${at} ${one.termsId}`;
      billed.set(name, (billed.get(name) ?? 0) + (one.kind === "credit" ? -1 : 1));
    }
  }
  return billed;
}

test("whatever the history of changes, each day ends up billed once at the price that was in force, and a re-run adds nothing", () => {
  fc.assert(
    fc.property(fc.array(life, { minLength: 1, maxLength: 4 }), fc.array(day, { minLength: 1, maxLength: 3 }), (lives, runs) => {
      const booked: Obligation[] = [];
      const days = [...runs.toSorted(), "2026-06-15"];
      for (const [index, asOf] of days.entries()) {
        const versions = lives[Math.min(index, lives.length - 1)]!;
        booked.push(...obligationsDue(versions, calendar, asOf, booked));
        assert.deepEqual(obligationsDue(versions, calendar, asOf, booked), [], "the same run again yields nothing");
      }
      const final = lives[Math.min(days.length - 1, lives.length - 1)]!;
      assert.equal(new Set(booked.map(({ key }) => key)).size, booked.length, "keys are unique");
      const billed = daysBilled(booked);
      for (let at = "2026-01-01"; at < "2026-07-01"; at = plusDays(at, 1)) {
        for (const termsId of ["p1", "p2", "p3"]) {
          const owed = final.some((one) => one.terms.termsId === termsId && one.from <= at && (one.to === null || at < one.to));
          // Beyond the run, what was billed in advance may stay until its day comes; it is never billed twice.
          const count = billed.get(`${at} ${termsId}`) ?? 0;
          if (at <= "2026-06-15") assert.equal(count, owed ? 1 : 0, `${at} ${termsId}`);
          else assert.ok(count === 0 || count === 1);
        }
      }
    }),
    { numRuns: 150 },
  );
});

test("shares of one period on the same terms never exceed the whole", () => {
  fc.assert(
    fc.property(life, (versions) => {
      const shares = new Map<string, Rational>();
      for (const due of obligationsDue(versions, calendar, "2026-06-15")) {
        const name = `${due.period.from} ${due.termsId}`;
        shares.set(name, add(shares.get(name) ?? zero, due.share));
        assert.ok(compare(shares.get(name)!, one) <= 0);
      }
    }),
    { numRuns: 100 },
  );
});
