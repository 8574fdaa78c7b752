import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import fc from "fast-check";
import { sharedData, skipUnless } from "#test/harness/shared-data.ts";
import { LogError } from "../log-error.ts";
import { readLog } from "../read-log.ts";
import type { Trace } from "../types.ts";
import { conform } from "./conform.ts";
import { inPlace, visitsOf } from "./in-place.ts";
import type { IntendedStage } from "./intended.ts";
import { judgeCase, stagesByActivity } from "./judge-case.ts";
import { readIntended } from "./read-intended.ts";

const hour = 3_600_000;
const trace = (steps: string, times?: number[]): Trace => {
  const activities = steps.split(" ");
  return { case: steps, activities, times: times ?? activities.map((_, index) => index * hour) };
};
const journey = (stages: unknown[], more: object = {}) => readIntended(JSON.stringify({ stages, ...more }));
/** "class stage" of each deviation. */
const told = (steps: string, stages: unknown[], more: object = {}): string[] => {
  const intended = journey(stages, more);
  return judgeCase(trace(steps), intended, stagesByActivity(intended)).deviations.map((each) => `${each.class} ${each.stage}`);
};

test("the four classes, each where it happens", () => {
  const abc = ["a", "b", "c"];
  assert.deepEqual(told("a b c", abc), []);
  assert.deepEqual(told("a c", abc), ["missing b"]);
  assert.deepEqual(told("a b b c", abc), ["too_often b"]);
  assert.deepEqual(told("a c b", abc), ["out_of_order c"]);
  assert.deepEqual(told("a c b c", abc), ["too_often c"]);
  assert.deepEqual(told("a b x c", abc), ["wrong_branch x"]);
  assert.deepEqual(told("a b x c", abc, { others: "ignored" }), []);
  assert.deepEqual(told("c a b", abc), ["out_of_order c"]);
});

test("optional, repeatable, in any order, under way", () => {
  assert.deepEqual(told("a c", ["a", { name: "b", optional: true }, "c"]), []);
  assert.deepEqual(told("a b b c b", ["a", { name: "b", repeatable: true }, "c"]), []);
  assert.deepEqual(told("b a b c", ["a", { name: "b", repeatable: true }, "c"]), ["out_of_order b"]);
  assert.deepEqual(told("c a b d", ["c", ["a", "b"], "d"]), []);
  assert.deepEqual(told("c b a d", ["c", ["a", "b"], "d"]), []);
  assert.deepEqual(told("a", ["a", "b", "c"], { cases: "under_way" }), []);
  assert.deepEqual(told("a c", ["a", "b", "c", "d"], { cases: "under_way" }), ["missing b"]);
  assert.deepEqual(told("a", ["a", "b"]), ["missing b"]);
});

test("one visit is a run of the activities of a stage, none of them twice", () => {
  const stages = [{ name: "receive", activities: ["ship", "install"] }, "pay"];
  assert.deepEqual(told("ship install pay", stages), []);
  assert.deepEqual(told("ship install ship pay", stages), ["too_often receive"]);
  assert.deepEqual(told("ship pay install", stages), ["too_often receive"]);
});

test("branches: one of them, and only where its condition holds", () => {
  const stages = ["ask", { name: "end", branches: ["pay", { name: "refuse", onlyAfter: ["check"] }] }];
  const free = { others: "ignored" };
  assert.deepEqual(told("ask pay", stages, free), []);
  assert.deepEqual(told("ask check refuse", stages, free), []);
  assert.deepEqual(told("ask refuse", stages, free), ["wrong_branch end"]);
  assert.deepEqual(told("ask check refuse pay", stages, free), ["wrong_branch end"]);
  assert.deepEqual(
    told("ask stop pay", ["ask", { name: "end", branches: [{ name: "pay", notAfter: ["stop"] }, "other"] }], free),
    ["wrong_branch end"],
  );
});

test("share, time beside the cases that conform, waits beside what was meant, and why", () => {
  const intended = journey(["a", { name: "b", maxWait: "2 h" }]);
  const found = conform(
    [trace("a b", [0, hour]), trace("a b", [0, 3 * hour]), trace("a b b", [0, hour, 11 * hour]), trace("b a", [0, 4 * hour])],
    intended,
  );
  assert.deepEqual([found.cases, found.conforming, found.share, found.inTime, found.medianHours], [4, 2, 0.5, 1, 2]);
  const { too_often, out_of_order, missing } = found.classes;
  assert.deepEqual([too_often.cases, too_often.share, too_often.medianHours, too_often.extraMedianHours], [1, 0.25, 11, 9]);
  assert.deepEqual(out_of_order.stages, [{ stage: "b", cases: 1, deviations: 1 }]);
  assert.deepEqual([missing.cases, missing.medianHours, missing.extraMeanHours], [0, null, null]);
  assert.deepEqual(
    found.waits.map(({ stage, waited, tooLong, meanExcessHours }) => [stage, waited, tooLong, meanExcessHours]),
    [["b", 3, 1, 1]],
  );
  assert.match(found.examples.find((each) => each.case === "b a")!.deviations[0]!.why, /"b" came before "a"/);
  assert.deepEqual(conform([], intended).share, null);
});

/** Every subset of stages, largest first: can one visit of each be chosen in the order of the ranks? */
function mostInOrder(visits: readonly { stage: IntendedStage }[]): number {
  const stages = [...new Set(visits.map(({ stage }) => stage))];
  let best = 0;
  for (let subset = 0; subset < 1 << stages.length; subset += 1) {
    const wanted = stages.filter((_, index) => subset & (1 << index));
    if (wanted.length > best && fits(visits, wanted, 0, -1)) best = wanted.length;
  }
  return best;
}
function fits(
  visits: readonly { stage: IntendedStage }[],
  wanted: readonly IntendedStage[],
  from: number,
  rank: number,
): boolean {
  if (wanted.length === 0) return true;
  for (let at = from; at < visits.length; at += 1) {
    const { stage } = visits[at]!;
    const lowest = Math.min(...wanted.map((each) => each.rank));
    if (!wanted.includes(stage) || stage.rank !== lowest || stage.rank < rank) continue;
    if (
      fits(
        visits,
        wanted.filter((each) => each !== stage),
        at + 1,
        stage.rank,
      )
    )
      return true;
  }
  return false;
}

test("whatever the case: as many stages in place as any choice of visits allows, in the order of ranks", () => {
  const intended = journey(["a", ["b", "c"], { name: "d", repeatable: true }, "e"]);
  const stageOf = stagesByActivity(intended);
  fc.assert(
    fc.property(fc.array(fc.constantFrom("a", "b", "c", "d", "e", "x"), { maxLength: 9 }), (activities) => {
      const visits = visitsOf(activities, stageOf);
      const placed = inPlace(visits);
      assert.equal(placed.length, mostInOrder(visits));
      assert.equal(new Set(placed.map(({ stage }) => stage)).size, placed.length);
      for (const [index, visit] of placed.entries())
        assert.ok(index === 0 || (placed[index - 1]!.first < visit.first && placed[index - 1]!.stage.rank <= visit.stage.rank));
      const { deviations } = judgeCase({ case: "1", activities, times: activities.map(() => 0) }, intended, stageOf);
      const missing = new Set(intended.stages.filter((stage) => !activities.some((each) => stage.activities.includes(each))));
      assert.equal(deviations.filter((each) => each.class === "missing").length, missing.size);
    }),
    { numRuns: 1_000 },
  );
});

test("a journey that makes no sense is refused by its place", () => {
  const refused: [string, RegExp][] = [
    ["[]", /the journey must be an object/],
    ['{"stages":[]}', /stages must be a list/],
    ['{"stages":["a","a"]}', /two stages are called "a"/],
    ['{"stages":["a",{"name":"b","activities":["a"]}]}', /"a" is in the stages "a" and "b"/],
    ['{"stages":[{"name":"a","maxWait":"P2D"}]}', /stages\[0\]\.maxWait must be a time/],
    ['{"stages":[{"name":"a","repetable":true}]}', /stages\[0\] has a field "repetable"/],
    ['{"stages":["a"],"cases":"open"}', /cases must be ended or under_way/],
    ['{"stages":["a",\n"b" "c"]}', /line 2: this is no JSON: a comma or \] is due/],
    ['{"stages":[{"name":"a","branches":["x"],"activities":["y"]}]}', /activities and branches/],
  ];
  for (const [text, cause] of refused)
    assert.throws(
      () => readIntended(text),
      (error: unknown) => {
        assert.ok(error instanceof LogError);
        assert.match(error.message, cause);
        return true;
      },
    );
});

test(
  "running-example against the way it was meant: the three that were taken up again did too much, counted by hand",
  skipUnless("process-logs"),
  async () => {
    const { traces } = await readLog(await readFile(sharedData("process-logs/running-example.xes")));
    const intended = journey([
      "register request",
      [{ name: "examine", branches: ["examine casually", "examine thoroughly"] }, "check ticket"],
      "decide",
      { name: "outcome", branches: ["pay compensation", "reject request"] },
    ]);
    const found = conform(traces, intended);
    assert.deepEqual([found.cases, found.conforming], [6, 4]);
    assert.deepEqual([found.classes.missing.cases, found.classes.out_of_order.cases], [0, 0]);
    assert.deepEqual(found.classes.too_often.stages, [
      { stage: "examine", cases: 2, deviations: 3 },
      { stage: "check ticket", cases: 2, deviations: 3 },
      { stage: "decide", cases: 2, deviations: 3 },
    ]);
    // "reinitiate request" three times in two cases, and one case examined both ways.
    assert.deepEqual(found.classes.wrong_branch.stages, [
      { stage: "reinitiate request", cases: 2, deviations: 3 },
      { stage: "examine", cases: 1, deviations: 1 },
    ]);
  },
);
