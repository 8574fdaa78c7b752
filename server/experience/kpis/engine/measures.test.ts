import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { BusinessCalendar } from "#platform/calendar/business-calendar.ts";
import { businessPercentiles, businessTimes } from "./business-percentiles.ts";
import { differenceInDifferences } from "./difference.ts";
import { percentile } from "./mean.ts";
import { answersNeededForShare, answersNeededToCompare } from "./needed-answers.ts";
import { normalCdf, normalQuantile, twoSided } from "./normal.ts";
import { compareNps, netPromoterScore } from "./nps.ts";
import { wilson } from "./proportion.ts";
import { logoChurn, revenueRetention } from "./retention.ts";
import { type Conversation, firstContactResolution, firstResponse, resolutionMs } from "./service-times.ts";

const near = (actual: number | undefined | null, expected: number, by: number) =>
  assert.ok(Math.abs(Number(actual) - expected) <= by, `${actual} is not ${expected}`);
const hour = 3_600_000;
const day = [
  { from: "09:00", to: "12:30" },
  { from: "14:00", to: "18:00" },
];
const calendar: BusinessCalendar = {
  timeZone: "Europe/Paris",
  week: { 1: day, 2: day, 3: day, 4: day, 5: day },
  holidays: ["2026-05-01"],
};
const at = (text: string) => new Date(text);

test("the normal distribution: known values, tails and quantiles", () => {
  near(normalCdf(1.959963984540054), 0.975, 1e-14);
  near(normalCdf(-3), 0.0013498980316300957, 1e-16);
  near(normalCdf(-8) / 6.220960574271785e-16, 1, 1e-12);
  near(normalCdf(3 - 1e-12), normalCdf(3), 1e-12);
  near(twoSided(1.959963984540054), 0.05, 1e-14);
  fc.assert(
    fc.property(fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true }), (share) =>
      near(normalCdf(normalQuantile(share)), share, 1e-13),
    ),
  );
  fc.assert(fc.property(fc.double({ min: -30, max: 30, noNaN: true }), (z) => near(normalCdf(z) + normalCdf(-z), 1, 1e-14)));
});

test("revenue retention: 10.0 M less 0.6 M less 0.9 M, and 1.8 M more, is GRR 85 % and NRR 103 %", () => {
  const million = (tenths: bigint) => tenths * 10_000_000n;
  const found = revenueRetention({
    startMinor: million(100n),
    contractedMinor: million(6n),
    churnedMinor: million(9n),
    expandedMinor: million(18n),
  })!;
  near(found.gross, 0.85, 1e-12);
  near(found.net, 1.03, 1e-12);
  assert.equal(revenueRetention({ startMinor: 0n, contractedMinor: 0n, churnedMinor: 0n, expandedMinor: 5n }), null);
  assert.throws(
    () => revenueRetention({ startMinor: 5n, contractedMinor: 3n, churnedMinor: 3n, expandedMinor: 0n }),
    /more revenue was lost/,
  );
  fc.assert(
    fc.property(
      fc.bigInt(0n, 10n ** 20n),
      fc.bigInt(0n, 10n ** 20n),
      fc.bigInt(1n, 10n ** 20n),
      fc.bigInt(0n, 10n ** 20n),
      (churnedMinor, contractedMinor, rest, expandedMinor) => {
        const moves = { startMinor: churnedMinor + contractedMinor + rest, churnedMinor, contractedMinor, expandedMinor };
        const { gross, net } = revenueRetention(moves)!;
        assert.ok(gross >= 0 && gross <= 1 && net >= gross);
      },
    ),
  );
  assert.deepEqual(logoChurn(200, 10), { churn: 0.05, retention: 0.95 });
  assert.throws(() => logoChurn(3, 4), /among those there/);
});

test("answers needed: for a share, and to tell two scores apart", () => {
  assert.equal(answersNeededForShare(0.05), 385);
  assert.equal(answersNeededForShare(0.03, 0.8), 683);
  assert.equal(answersNeededToCompare(10, { promoters: 0.5, detractors: 0.2 }), 958);
  const n = answersNeededToCompare(12);
  near((12 / 100 / Math.sqrt(2 / n) - 1.959964) / 0.841621, 1, 0.01);
});

test("response times run on the calendar: lunch, the week-end and a holiday are not waited", () => {
  const spans = [
    { start: at("2026-04-30T17:30:00+02:00"), end: at("2026-05-04T09:30:00+02:00") }, // over 1 May and a week-end
    { start: at("2026-05-05T12:00:00+02:00"), end: at("2026-05-05T14:30:00+02:00") }, // over lunch
    { start: at("2026-05-06T09:00:00+02:00"), end: at("2026-05-06T12:00:00+02:00") },
    { start: at("2026-05-06T09:00:00+02:00"), end: null },
  ];
  assert.deepEqual(businessTimes(spans, calendar), [hour, hour, 3 * hour]);
  const [median, p90] = businessPercentiles(spans, calendar, [0.5, 0.9]);
  assert.equal(median!.ms, hour);
  near(p90!.ms, 2.6 * hour, 1e-3);
  assert.deepEqual([p90!.low, p90!.high], [hour, 3 * hour]);
  assert.deepEqual(businessPercentiles([], calendar, [0.5]), []);
});

test("percentiles lie within what was seen and grow with the share", () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 60 }),
      fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true })),
      (values, shares) => {
        const [low, high] = shares.sort((a, b) => a - b).map((share) => percentile(values, share)!) as [number, number];
        assert.ok(low <= high + 1e-9 && low >= Math.min(...values) - 1e-9 && high <= Math.max(...values) + 1e-9);
      },
    ),
  );
});

const asked = at("2026-05-05T09:00:00+02:00");
const conversation = (over: Partial<Conversation>): Conversation => ({
  openedAt: asked,
  turns: [
    { at: asked, by: "customer", visible: true },
    { at: at("2026-05-05T09:00:05+02:00"), by: "machine", visible: true },
    { at: at("2026-05-05T09:10:00+02:00"), by: "person", visible: false },
    { at: at("2026-05-05T10:00:00+02:00"), by: "person", visible: true },
  ],
  solutions: [{ solvedAt: at("2026-05-05T10:00:00+02:00"), reopenedAt: null }],
  ...over,
});

test("first response is the first visible answer of a person; reopened time is added; first contact means no second question", () => {
  assert.equal(firstResponse(conversation({})).end?.toISOString(), "2026-05-05T08:00:00.000Z");
  assert.equal(resolutionMs(conversation({}), calendar), hour);
  const reopened = conversation({
    solutions: [
      { solvedAt: at("2026-05-05T10:00:00+02:00"), reopenedAt: at("2026-05-06T11:00:00+02:00") },
      { solvedAt: at("2026-05-06T12:00:00+02:00"), reopenedAt: null },
    ],
  });
  assert.equal(resolutionMs(reopened, calendar), 2 * hour);
  assert.equal(resolutionMs(conversation({ solutions: [] }), calendar), null);
  const again = conversation({
    turns: [...conversation({}).turns, { at: at("2026-05-05T11:00:00+02:00"), by: "customer", visible: true }],
  });
  near(
    firstContactResolution([conversation({}), conversation({}), reopened, again, conversation({ solutions: [] })])!.share,
    0.5,
    1e-12,
  );
});

test("a difference in differences finds what was put in, within its interval, 95 times of 100", () => {
  let state = 7;
  const uniform = () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return (state + 0.5) / 2_147_483_648;
  };
  const normal = () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
  const sample = (mean: number, spread: number) => Array.from({ length: 40 }, () => mean + spread * normal());
  let held = 0;
  for (let run = 0; run < 400; run += 1) {
    const found = differenceInDifferences({
      treatedBefore: sample(50, 10),
      treatedAfter: sample(58, 12),
      othersBefore: sample(40, 8),
      othersAfter: sample(43, 9),
    })!;
    if (found.low <= 5 && found.high >= 5) held += 1;
  }
  assert.ok(held >= 368 && held <= 396, `${held} of 400 intervals hold the truth`);
});

test("scores, intervals and tests stay within bounds for any counts", () => {
  const count = fc.integer({ min: 0, max: 5000 });
  fc.assert(
    fc.property(count, count, count, count, (promoters, passives, detractors, more) => {
      const nps = netPromoterScore({ promoters, passives, detractors });
      if (!nps) return;
      assert.ok(nps.low >= -100 && nps.low <= nps.score && nps.score <= nps.high && nps.high <= 100);
      const turned = netPromoterScore({ promoters: detractors, passives, detractors: promoters })!;
      near(turned.score, -nps.score, 1e-9);
      const found = compareNps({ promoters, passives, detractors }, { promoters, passives: passives + more, detractors });
      if (found) assert.ok(found.pValue >= 0 && found.pValue <= 1);
      const share = wilson(promoters, nps.n)!;
      assert.ok(share.low >= 0 && share.low <= share.share + 1e-12 && share.share <= share.high + 1e-12 && share.high <= 1);
    }),
  );
});
