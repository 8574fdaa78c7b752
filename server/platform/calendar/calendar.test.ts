import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { BusinessCalendar } from "./business-calendar.ts";
import { addBusinessDuration, businessDurationMs, isOpen } from "./business-time.ts";
import { publicHolidays } from "./public-holidays.ts";

const hour = 3_600_000;
const day = [
  { from: "09:00", to: "12:30" },
  { from: "14:00", to: "18:00" },
];
const shop: BusinessCalendar = {
  timeZone: "Europe/Paris",
  week: { 1: day, 2: day, 3: day, 4: day, 5: [{ from: "09:00", to: "12:30" }] },
  holidays: [2025, 2026, 2027].flatMap((year) => publicHolidays("FR", year).map((holiday) => holiday.date)),
};
const night: BusinessCalendar = {
  timeZone: "Europe/Paris",
  week: { 6: [{ from: "22:00", to: "24:00" }], 7: [{ from: "00:00", to: "05:00" }] },
  holidays: [],
};
const always: BusinessCalendar = {
  timeZone: "America/New_York",
  week: Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((weekday) => [weekday, [{ from: "00:00", to: "24:00" }]])),
  holidays: [],
};

test("a question on Friday afternoon is due on Monday, past lunch and holidays", () => {
  const friday = new Date("2026-11-20T15:00:00+01:00");
  assert.equal(isOpen(shop, friday), false);
  assert.equal(addBusinessDuration(shop, friday, hour).toISOString(), "2026-11-23T09:00:00.000Z");
  assert.equal(
    addBusinessDuration(shop, friday, 3.5 * hour).toISOString(),
    "2026-11-23T11:30:00.000Z",
    "due at closing, not at the next opening",
  );
  assert.equal(
    addBusinessDuration(shop, friday, 0).toISOString(),
    "2026-11-23T08:00:00.000Z",
    "nothing to add: the next opening",
  );
  assert.equal(
    businessDurationMs(shop, new Date("2026-11-10T17:00:00+01:00"), new Date("2026-11-12T10:00:00+01:00")),
    2 * hour,
    "11 November is a holiday",
  );
  assert.equal(businessDurationMs(shop, new Date("2026-11-12T10:00:00+01:00"), new Date("2026-11-10T17:00:00+01:00")), -2 * hour);
});

test("opens at opening time and is closed at closing time", () => {
  assert.equal(isOpen(shop, new Date("2026-11-23T09:00:00+01:00")), true);
  assert.equal(isOpen(shop, new Date("2026-11-23T12:29:59.999+01:00")), true);
  assert.equal(isOpen(shop, new Date("2026-11-23T12:30:00+01:00")), false);
});

test("counts the hours that really pass when clocks move", () => {
  const counted = (from: string, to: string) => businessDurationMs(night, new Date(from), new Date(to)) / hour;
  assert.equal(counted("2026-03-28T12:00:00Z", "2026-03-29T12:00:00Z"), 6, "spring: 22:00 to 05:00 is 6 hours");
  assert.equal(counted("2026-10-24T12:00:00Z", "2026-10-25T12:00:00Z"), 8, "autumn: 22:00 to 05:00 is 8 hours");
  assert.equal(counted("2026-05-02T12:00:00Z", "2026-05-03T12:00:00Z"), 7);
  const inTheGap: BusinessCalendar = { ...night, week: { 7: [{ from: "02:30", to: "04:00" }] } };
  assert.equal(
    businessDurationMs(inTheGap, new Date("2026-03-29T00:00:00Z"), new Date("2026-03-29T12:00:00Z")),
    hour,
    "opens when the clocks jump",
  );
});

const calendar = fc.constantFrom(shop, night, always);
const instant = fc.date({ min: new Date("2025-01-15T00:00:00Z"), max: new Date("2026-12-15T00:00:00Z"), noInvalidDate: true });

test("adding a duration and measuring it gives it back", () => {
  fc.assert(
    fc.property(calendar, instant, fc.integer({ min: 0, max: 200 * hour }), (opening, from, ms) => {
      assert.equal(businessDurationMs(opening, from, addBusinessDuration(opening, from, ms)), ms);
    }),
    { numRuns: 300 },
  );
});

test("time measured in two parts is the time measured at once, never more than has passed", () => {
  fc.assert(
    fc.property(calendar, fc.tuple(instant, instant, instant), (opening, instants) => {
      const [a, b, c] = instants.sort((x, y) => x.getTime() - y.getTime()) as [Date, Date, Date];
      const whole = businessDurationMs(opening, a, c);
      assert.equal(businessDurationMs(opening, a, b) + businessDurationMs(opening, b, c), whole);
      assert.ok(whole >= 0 && whole <= c.getTime() - a.getTime());
    }),
    { numRuns: 200 },
  );
});

test("agrees with asking minute by minute, over a whole year", () => {
  const start = Date.parse("2026-01-01T00:00:00Z");
  const format = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Paris", dateStyle: "short", timeStyle: "short" });
  let open = 0;
  for (let at = start; at < start + 365 * 24 * hour; at += 30 * 60_000) {
    const [date = "", time = ""] = format.format(at).split(" ");
    const weekday = ((new Date(date).getUTCDay() + 6) % 7) + 1;
    const hours = shop.holidays.includes(date) ? [] : (shop.week[weekday as 1] ?? []);
    if (hours.some(({ from, to }) => from <= time && time < to)) open += 30 * 60_000;
  }
  assert.equal(businessDurationMs(shop, new Date(start), new Date(start + 365 * 24 * hour)), open);
});

test("refuses calendars that cannot work, saying why", () => {
  const now = new Date("2026-11-20T15:00:00Z");
  const measured = (week: BusinessCalendar["week"], timeZone = "Europe/Paris") => isOpen({ timeZone, week, holidays: [] }, now);
  assert.throws(() => measured({}), /never open/);
  assert.throws(() => measured({ 1: [{ from: "12:00", to: "09:00" }] }), /end before they begin/);
  assert.throws(() => measured({ 1: [...day, { from: "12:00", to: "14:00" }] }), /overlap at 12:00/);
  assert.throws(() => measured({ 1: [{ from: "9h", to: "12:00" }] }), /"9h" is not a time/);
  assert.throws(() => measured({ 1: day }, "Mars/Olympus"), RangeError);
});

test("knows the public holidays of France and Belgium", () => {
  const dates = (country: string, region?: string) => publicHolidays(country, 2026, region).map((holiday) => holiday.date);
  assert.deepEqual(dates("FR"), [
    "2026-01-01",
    "2026-04-06",
    "2026-05-01",
    "2026-05-08",
    "2026-05-14",
    "2026-05-25",
    "2026-07-14",
    "2026-08-15",
    "2026-11-01",
    "2026-11-11",
    "2026-12-25",
  ]);
  assert.deepEqual(dates("BE"), [
    "2026-01-01",
    "2026-04-06",
    "2026-05-01",
    "2026-05-14",
    "2026-05-25",
    "2026-07-21",
    "2026-08-15",
    "2026-11-01",
    "2026-11-11",
    "2026-12-25",
  ]);
  assert.deepEqual(
    dates("FR", "57").filter((date) => !dates("FR").includes(date)),
    ["2026-04-03", "2026-12-26"],
    "Moselle adds two",
  );
  assert.equal(publicHolidays("FR", 2026).find((holiday) => holiday.date === "2026-12-25")?.name.fr, "Noël");
  assert.throws(() => publicHolidays("ZZ", 2026), /no public holidays are known/);
});
