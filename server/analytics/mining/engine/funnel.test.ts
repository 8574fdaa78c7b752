import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { type FunnelQuestion, funnel, furthest } from "./funnel.ts";
import { LogError } from "./log-error.ts";
import { funnelOf, readFunnel } from "./read-funnel.ts";
import type { Trace } from "./types.ts";

const hour = 3_600_000;
/** "a b c": an event an hour. */
const trace = (steps: string, times?: number[]): Trace => {
  const activities = steps.split(" ");
  return { case: steps, activities, times: times ?? activities.map((_, index) => index * hour) };
};
const question = (mode: FunnelQuestion["mode"], more: Partial<FunnelQuestion> = {}): FunnelQuestion => ({
  steps: [["a"], ["b"], ["c"]],
  mode,
  ...more,
});
const reached = (traces: Trace[], asked: FunnelQuestion) => funnel(traces, asked).steps.map(({ cases }) => cases);

test("ordered lets other events lie between, strict does not, any takes every order", () => {
  const traces = [trace("a b c"), trace("a x b c"), trace("c b a"), trace("x a b"), trace("x")];
  assert.deepEqual(reached(traces, question("ordered")), [4, 3, 2]);
  assert.deepEqual(reached(traces, question("strict")), [4, 2, 1]);
  assert.deepEqual(reached(traces, question("any")), [4, 4, 3]);
  assert.equal(funnel(traces, question("ordered")).conversion, 2 / 5);
});

test("the window runs from the first step, and a later attempt may succeed where the first did not", () => {
  const late = trace("a a b c", [0, 10 * hour, 11 * hour, 12 * hour]);
  assert.deepEqual(reached([late], question("ordered", { windowMs: 2 * hour })), [1, 1, 1]);
  assert.deepEqual(reached([late], question("ordered", { windowMs: hour })), [1, 1, 0]);
  assert.deepEqual(reached([late], question("any", { windowMs: 2 * hour })), [1, 1, 1]);
  const { steps } = funnel([late], question("ordered", { windowMs: 2 * hour }));
  assert.deepEqual([steps[1]!.medianHours, steps[2]!.meanHours, steps[2]!.ofPrevious], [1, 1, 1]);
});

test("an excluded event ends what is under way, not what comes after", () => {
  const asked = (mode: FunnelQuestion["mode"]) => question(mode, { exclude: ["stop"] });
  assert.deepEqual(reached([trace("a b stop c")], asked("ordered")), [1, 1, 0]);
  assert.deepEqual(reached([trace("a stop a b c")], asked("ordered")), [1, 1, 1]);
  assert.deepEqual(reached([trace("c stop a b")], asked("any")), [1, 1, 0]);
});

test("a step may be one of several activities, the same step twice needs two events, and slips are told", () => {
  assert.deepEqual(reached([trace("a x")], { steps: [["a"], ["b", "x"]], mode: "ordered" }), [1, 1]);
  for (const mode of ["ordered", "strict", "any"] as const) {
    assert.deepEqual(reached([trace("a")], { steps: [["a"], ["a"]], mode }), [1, 0], mode);
    assert.deepEqual(reached([trace("a a")], { steps: [["a"], ["a"]], mode }), [1, 1], mode);
  }
  assert.deepEqual(funnel([trace("a b")], question("ordered")).unknown, ["c"]);
});

/** Every way to choose events for the first k steps, tried one by one. */
function tried({ activities, times }: Trace, asked: FunnelQuestion): number {
  const orders =
    asked.mode === "any" ? permutations(asked.steps.map((_, index) => index)) : [asked.steps.map((_, index) => index)];
  let best = 0;
  const go = (order: readonly number[], depth: number, chosen: readonly number[]): void => {
    best = Math.max(best, depth);
    if (depth === order.length) return;
    const previous = chosen.at(-1) ?? -1;
    for (let index = previous + 1; index < activities.length; index += 1) {
      const between = activities.slice(previous + 1, index);
      if (depth > 0 && between.some((each) => asked.exclude?.includes(each))) continue;
      if (depth > 0 && asked.mode === "strict" && between.length > 0) continue;
      if (asked.windowMs !== undefined && depth > 0 && times[index]! - times[chosen[0]!]! > asked.windowMs) continue;
      if (asked.steps[order[depth]!]!.includes(activities[index]!)) go(order, depth + 1, [...chosen, index]);
    }
  };
  for (const order of orders) go(order, 0, []);
  return best;
}
const permutations = (of: number[]): number[][] =>
  of.length <= 1 ? [of] : of.flatMap((first, at) => permutations(of.toSpliced(at, 1)).map((rest) => [first, ...rest]));

test("whatever the case: as far as the best of all ways to choose its events", () => {
  const event = fc.record({ activity: fc.constantFrom("a", "b", "c", "x", "stop"), wait: fc.integer({ min: 0, max: 4 }) });
  fc.assert(
    fc.property(
      fc.array(event, { minLength: 1, maxLength: 9 }),
      fc.constantFrom("ordered" as const, "strict" as const, "any" as const),
      fc.constantFrom([["a"], ["b"], ["c"]], [["a"], ["a"], ["b"]], [["a", "b"], ["c"]]),
      fc.option(fc.integer({ min: 0, max: 8 }), { nil: undefined }),
      (events, mode, steps, windowMs) => {
        let time = 0;
        const one: Trace = {
          case: "1",
          activities: events.map(({ activity }) => activity),
          times: events.map(({ wait }) => (time += wait)),
        };
        const asked: FunnelQuestion = { steps, mode, windowMs, exclude: ["stop"] };
        assert.equal(furthest(one, asked).length, tried(one, asked));
      },
    ),
    { numRuns: 2_000 },
  );
});

test("a question that makes no sense is refused by its place", () => {
  const refused: [() => unknown, RegExp][] = [
    [() => readFunnel('{"steps":["a"]}'), /steps must be 2 to 50/],
    [() => readFunnel('{"steps":["a","b"],"windw":"1 d"}'), /"windw".*none of/],
    [() => readFunnel('{"steps":["a",""]}'), /steps\[1\]/],
    [() => readFunnel('{"steps":["a",\n"b"'), /line 2: this is no JSON/],
    [() => funnelOf({ steps: ["a", "b"], mode: "fast" }), /ordered, strict or any/],
    [() => funnelOf({ steps: ["a", "b"], window: "soon" }), /window must be a time such as/],
    [() => funnelOf({ steps: ["a", "b"], exclude: ["b"] }), /both a step and excluded/],
    [() => funnelOf({ steps: [["a", "b"], "b"], mode: "any" }), /share an activity/],
  ];
  for (const [ask, cause] of refused)
    assert.throws(ask, (error: unknown) => error instanceof LogError && cause.test(error.message), String(cause));
});
