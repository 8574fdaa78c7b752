import assert from "node:assert/strict";
import { test } from "node:test";
import { differenceInDifferences, differenceOf } from "./difference.ts";
import { judge } from "./judge.ts";
import { effort, percentile } from "./mean.ts";
import { answersNeeded, compareNps, netPromoterScore } from "./nps.ts";
import { binomialAtLeast, binomialAtMost, satisfaction, wilson } from "./proportion.ts";

const near = (actual: number | undefined | null, expected: number, by = 0.005) =>
  assert.ok(Math.abs(Number(actual) - expected) <= by, `${actual} is not ${expected}`);
const times = (value: number, n: number) => Array.from({ length: n }, () => value);

test("NPS with its margin: 162/108/54 is 33.33, give or take 8.12; published and computed examples", () => {
  const found = netPromoterScore({ promoters: 162, passives: 108, detractors: 54 })!;
  near(found.score, 33.333);
  near(found.standardError, 4.14);
  near(found.margin, 8.12);
  for (const [p, q, d, score, margin] of [
    [50, 30, 20, 30, 15.31],
    [200, 120, 80, 30, 7.65],
    [500, 300, 200, 30, 4.84],
  ] as const) {
    const nps = netPromoterScore({ promoters: p, passives: q, detractors: d })!;
    near(nps.score, score);
    near(nps.margin, margin);
  }
  assert.equal(netPromoterScore({ promoters: 0, passives: 0, detractors: 0 }), null);
  assert.throws(() => netPromoterScore({ promoters: -1, passives: 0, detractors: 2 }), /NPS counts/);
});

test("two NPS: 120/50/30 against 100/60/40 is z = 1.972 (1.973 from errors rounded to 5.23 and 5.52); answers needed for a margin", () => {
  const found = compareNps({ promoters: 120, passives: 50, detractors: 30 }, { promoters: 100, passives: 60, detractors: 40 })!;
  near(found.z, 1.9717, 0.0001);
  near(15 / Math.hypot(5.23, 5.52), 1.973, 0.0005);
  near(found.pValue, 0.0486, 0.0003);
  assert.equal(answersNeeded(5, { promoters: 0.5, detractors: 0.2 }), 938);
  assert.equal(answersNeeded(5), 1537);
  assert.equal(answersNeeded(10, { promoters: 0.5, detractors: 0.2 }), 235);
  assert.equal(answersNeeded(10), 385);
});

test("CSAT is the top two boxes with Wilson's interval; CES a mean and a share", () => {
  const eighty = wilson(80, 100)!;
  near(eighty.low, 0.711, 0.0005);
  near(eighty.high, 0.867, 0.0005);
  const eight = wilson(8, 10)!;
  near(eight.low, 0.49, 0.0005);
  near(eight.high, 0.943, 0.0005);
  near(satisfaction([...times(5, 10), ...times(4, 20), ...times(3, 10), ...times(2, 5), ...times(1, 5)])!.share, 0.6, 1e-12);
  const ces = effort([7, 7, 6, 5, 2])!;
  near(ces.mean, 5.4, 1e-12);
  near(ces.shareEasy, 0.8, 1e-12);
  assert.equal(percentile([1, 2, 3, 4], 0.5), 2.5);
});

test("binomial tails add up", () => {
  near(binomialAtLeast(8, 10, 0.5), 56 / 1024, 1e-12);
  near(binomialAtMost(2, 10, 0.5), 56 / 1024, 1e-12);
  near(binomialAtMost(3, 10, 0.3) + binomialAtLeast(4, 10, 0.3), 1, 1e-12);
});

test("a target is missed only when chance does not explain it, and never on too few samples", () => {
  const goal = { statistic: "share", better: "higher", target: 0.95, minN: 10 } as const;
  const share = (yes: number, no: number) =>
    judge(
      [...times(1, yes), ...times(0, no)].map((value) => ({ value })),
      goal,
    ).verdict;
  assert.equal(share(3, 2), "unknown");
  assert.equal(share(18, 2), "unsure");
  assert.equal(share(14, 6), "missed");
  assert.equal(share(20, 0), "met");
  const p90 = { statistic: "p90", better: "lower", target: 60, minN: 10 } as const;
  assert.equal(
    judge(
      [...times(30, 19), 90].map((value) => ({ value })),
      p90,
    ).verdict,
    "met",
  );
  assert.equal(
    judge(
      [...times(30, 12), ...times(90, 8)].map((value) => ({ value })),
      p90,
    ).verdict,
    "missed",
  );
  const revenue = { statistic: "ratio", better: "higher", target: 0.9, minN: 1 } as const;
  near(judge([{ value: 85, weight: 100 }], revenue).value, 0.85, 1e-12);
});

test("effects: a real one is seen, noise is not; the difference in differences takes out what moved everybody", () => {
  const better = differenceOf([...times(1, 50), ...times(0, 50)], [...times(1, 80), ...times(0, 20)])!;
  assert.ok(better.low > 0);
  const noise = differenceOf([...times(1, 50), ...times(0, 50)], [...times(1, 53), ...times(0, 47)])!;
  assert.ok(noise.low < 0 && noise.high > 0);
  const both = differenceInDifferences({
    treatedBefore: [...times(1, 50), ...times(0, 50)],
    treatedAfter: [...times(1, 70), ...times(0, 30)],
    othersBefore: [...times(1, 50), ...times(0, 50)],
    othersAfter: [...times(1, 70), ...times(0, 30)],
  })!;
  near(both.difference, 0, 1e-12);
  assert.equal(differenceOf([], [1]), null);
});
