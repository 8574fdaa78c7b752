import type { Feature } from "../model/model.ts";
import { addClause, type Cnf, type Literal, negated, newVariable } from "./cnf.ts";
import { andGate } from "./gates.ts";

/** One value a characteristic can take, and the literal that says it does. */
export interface ValueOption {
  value: number | string;
  literal: Literal;
}

/**
 * The values of a characteristic, order-encoded: `steps[k]` says "the value is the k-th or a later one", so `steps[0]` is the
 * feature itself. Exactly one value holds when the feature is selected and none when it is not.
 */
export interface OrderedValues {
  steps: Literal[];
  options: ValueOption[];
}

export function encodeValues(cnf: Cnf, feature: Feature, selected: Literal): OrderedValues {
  const characteristic = feature.value!;
  const values: (number | string)[] =
    characteristic.type === "choice"
      ? [...characteristic.options]
      : Array.from({ length: characteristic.max - characteristic.min + 1 }, (_, k) => characteristic.min + k);
  const steps = values.map((_, k) => (k === 0 ? selected : newVariable(cnf)));
  for (let k = 1; k < steps.length; k++) addClause(cnf, [negated(steps[k]!), steps[k - 1]!]);
  const options = values.map((value, k) => ({
    value,
    literal: k === steps.length - 1 ? steps[k]! : andGate(cnf, [steps[k]!, negated(steps[k + 1]!)]),
  }));
  return { steps, options };
}
