import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { addMonths, dateOfDayNumber, dayNumber, daysInMonth, weekday } from "./calendar.ts";
import { compareValues, equals } from "./compare.ts";
import { add, compareNumbers, divide, multiply, numberText, parseNumber, subtract } from "./number.ts";
import { parseDate, parseDateTime, parseDuration, parseTime } from "./parse-temporal.ts";
import { daysTime, makeTime, yearsMonths } from "./temporal.ts";
import { temporalText } from "./text.ts";
import type { FeelDate } from "./value.ts";

const scaled = fc.record({ units: fc.bigInt(-(10n ** 15n), 10n ** 15n), digits: fc.integer({ min: 0, max: 9 }) });
const text = ({ units, digits }: { units: bigint; digits: number }): string => {
  const size = (units < 0n ? -units : units).toString().padStart(digits + 1, "0");
  return `${units < 0n ? "-" : ""}${digits === 0 ? size : `${size.slice(0, -digits)}.${size.slice(-digits)}`}`;
};
const number = (value: Parameters<typeof text>[0]) => parseNumber(text(value))!;

test("sums, differences and products of decimals are those of whole numbers of their smallest unit", () => {
  fc.assert(
    fc.property(scaled, scaled, (a, b) => {
      const digits = Math.max(a.digits, b.digits);
      const widened = (value: typeof a) => value.units * 10n ** BigInt(digits - value.digits);
      const sum = number({ units: widened(a) + widened(b), digits });
      assert.equal(compareNumbers(add(number(a), number(b))!, sum), 0);
      assert.equal(compareNumbers(subtract(sum, number(b))!, number(a)), 0);
      const product = { units: a.units * b.units, digits: a.digits + b.digits };
      assert.equal(compareNumbers(multiply(number(a), number(b))!, number(product)), 0);
    }),
  );
});

test("a quotient times its divisor is the dividend again, to 33 digits; division by zero has no value", () => {
  fc.assert(
    fc.property(
      fc.integer(),
      fc.integer().filter((value) => value !== 0),
      (a, b) => {
        const back = multiply(divide(a, b)!, b)!;
        const error = subtract(back, a)!;
        const size = error instanceof Object ? error.abs().toNumber() : Math.abs(error);
        assert.ok(size <= Math.abs(a) * 1e-32 + 1e-32);
      },
    ),
  );
  assert.equal(divide(1, 0), null);
});

test("a number is written as it is read", () => {
  fc.assert(
    fc.property(scaled, (value) => assert.equal(compareNumbers(parseNumber(numberText(number(value)))!, number(value)), 0)),
  );
});

const days = fc.integer({ min: -365_000_000_000, max: 365_000_000_000 });

test("day numbers and dates are one to one, in order, and weeks go round", () => {
  fc.assert(
    fc.property(days, (day) => {
      const date = dateOfDayNumber(day)!;
      assert.equal(dayNumber(date), day);
      const next = dateOfDayNumber(day + 1)!;
      assert.equal(compareValues(date, next)! < 0, true);
      assert.equal(weekday(next), (weekday(date) % 7) + 1);
      assert.deepEqual(parseDate(temporalText(date)), date);
    }),
  );
});

test("dates near ours are those of the platform's calendar", () => {
  fc.assert(
    fc.property(fc.integer({ min: -100_000, max: 100_000 }), (day) => {
      const date = new Date(day * 86_400_000);
      assert.deepEqual(dateOfDayNumber(day), {
        kind: "date",
        year: date.getUTCFullYear(),
        month: date.getUTCMonth() + 1,
        day: date.getUTCDate(),
      });
    }),
  );
});

test("months later is the same day or the last of the month", () => {
  fc.assert(
    fc.property(fc.integer({ min: -500_000, max: 500_000 }), fc.integer({ min: -5000, max: 5000 }), (day, months) => {
      const date = dateOfDayNumber(day)!;
      const later = addMonths(date, months) as FeelDate;
      assert.equal(later.day, Math.min(date.day, daysInMonth(later.year, later.month)));
      assert.equal((later.year - date.year) * 12 + later.month - date.month, months);
    }),
  );
});

test("durations, times and moments are read as they are written", () => {
  const time = fc.record({
    nanos: fc.integer({ min: 0, max: 86_399_999_999_999 }),
    offset: fc.option(fc.integer({ min: -50_000, max: 50_000 })),
  });
  fc.assert(
    fc.property(fc.bigInt(-(10n ** 20n), 10n ** 20n), fc.integer(), time, days, (nanos, months, clock, day) => {
      assert.equal(equals(parseDuration(temporalText(daysTime(nanos))), daysTime(nanos)), true);
      assert.equal(equals(parseDuration(temporalText(yearsMonths(months))), yearsMonths(months)), true);
      const made = makeTime(clock.nanos, clock.offset);
      assert.deepEqual(parseTime(temporalText(made)), made);
      const moment = { kind: "date and time", date: dateOfDayNumber(day)!, time: made } as const;
      assert.deepEqual(parseDateTime(temporalText(moment)), moment);
    }),
  );
});
