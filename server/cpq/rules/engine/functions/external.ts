import type { FeelType } from "../types/type.ts";
import { type Evaluation, missing } from "../values/evaluation.ts";
import { textOf } from "../values/text.ts";
import type { Parameter, Value } from "../values/value.ts";

/** Functions kept outside of FEEL (Java classes, PMML documents) do not exist here: calling one has no value, and says so. */
export function externalOf(mapping: Value, parameters: readonly Parameter[], result: FeelType, run: Evaluation): Value {
  if (mapping === null) return missing(run, "an external function needs to say what it calls");
  const name = `external ${textOf(mapping)}`;
  return {
    kind: "function",
    name,
    signatures: [parameters],
    result,
    invoke: (_, now) => missing(now, `${name} cannot be called: this engine runs no foreign code`),
  };
}
