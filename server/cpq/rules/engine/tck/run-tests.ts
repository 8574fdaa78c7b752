/** Runs test cases of the kit against a model. */
import { decide } from "../evaluate.ts";
import type { Linked } from "../dmn/link.ts";
import { RuleError } from "../rule-error.ts";
import { shown } from "../values/text.ts";
import type { FeelDateTime, Value } from "../values/value.ts";
import { agrees } from "./compare.ts";
import type { TestCase } from "./read-tests.ts";

export interface Failure {
  model: string;
  test: string;
  expected: string;
  actual: string;
}

/** The first result of a case that is not the expected one; null when all are. */
export function runCase(model: Linked, modelName: string, test: TestCase, now: FeelDateTime): Failure | null {
  for (const { name, expected } of test.results) {
    const failure = (actual: string): Failure => ({
      model: modelName,
      test: `${test.id}: ${name}`,
      expected: shown(expected),
      actual,
    });
    try {
      const target = test.kind === "decision" ? name : (test.invocable ?? name);
      const { value, problems } = decide(model, target, test.inputs, { now }, test.kind);
      const actual = partOf(value, name, test);
      if (!agrees(actual, expected)) {
        const reason = problems.at(-1);
        return failure(reason ? `${shown(actual)} (${reason.message})` : shown(actual));
      }
    } catch (error) {
      // one case must not end the run of all: what breaks is told as the failure it is
      if (!(error instanceof RuleError)) return failure(`broke: ${(error as Error).message}`);
      if (expected !== null) return failure(error.message);
    }
  }
  return null;
}

/** A service with several outputs is asked for one of them by the name of the result. */
function partOf(value: Value, name: string, test: TestCase): Value {
  if (test.kind === "decision" || !(value instanceof Map) || name === test.invocable) return value;
  return (value as ReadonlyMap<string, Value>).get(name) ?? value;
}
