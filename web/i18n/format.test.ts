import assert from "node:assert/strict";
import { test } from "node:test";
import { formatCompact, formatDate, formatDay, formatDays, formatDelta, formatMonth, formatRelative } from "./format.ts";

test("a calendar day stays the same day in every time zone", () => {
  assert.equal(formatDate("fr", "2027-02-02"), "2 févr. 2027");
  assert.equal(formatDate("fr", "2027-03-01"), "1er mars 2027");
  assert.equal(formatDate("en", "2027-02-02"), "2 Feb 2027");
  assert.equal(formatDay("fr", "2027-03-01"), "lundi 1er mars");
  assert.equal(formatMonth("fr", "2026-12"), "déc. 2026");
  assert.equal(formatMonth("en", "2026-12-01"), "Dec 2026");
});

test("days from one to another say once what they share", () => {
  assert.equal(formatDays("fr", "2026-12-15", "2026-12-31"), "15–31 déc. 2026");
  assert.equal(formatDays("fr", "2027-01-01", "2027-01-31"), "1er–31 janv. 2027");
  assert.match(formatDays("fr", "2026-12-15", "2027-01-01"), /^15 déc. 2026\s–\s1er janv. 2027$/);
  assert.match(formatDays("en", "2027-01-01", "2027-01-31"), /^1\s–\s31 Jan 2027$/);
  assert.equal(formatDays("en", "2027-01-01", "2027-01-01"), "1 Jan 2027");
});

test("changes and large counts read as people write them", () => {
  assert.equal(formatDelta("fr", -18), "\u221218");
  assert.equal(formatDelta("en", 3), "+3");
  assert.equal(formatDelta("en", 0), "0");
  assert.equal(formatCompact("en", 12_400), "12.4k");
});

test("relative time is counted from the clock it is given", () => {
  const now = Date.parse("2027-02-02T10:00:00Z");
  assert.equal(formatRelative("fr", "2027-02-02T09:57:00Z", now), "il y a 3 minutes");
  assert.equal(formatRelative("en", "2027-02-03T10:00:00Z", now), "tomorrow");
  assert.equal(formatRelative("en", "2027-02-02T09:59:58Z", now), "now");
});
