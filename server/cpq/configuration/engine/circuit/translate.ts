import type { Literal } from "../encoding/cnf.ts";
import type { Circuit } from "./circuit.ts";
import { fixedFalse, fixedTrue } from "./simplify.ts";

/** A literal of the model's clauses in the circuit: a circuit literal, `fixedTrue` or `fixedFalse`. */
export function imageOf(circuit: Circuit, literal: Literal): number {
  const image = circuit.image[literal >> 1]!;
  if (image >= 0) return image ^ (literal & 1);
  return (image === fixedTrue) === ((literal & 1) === 0) ? fixedTrue : fixedFalse;
}

/** The circuit literals of some assumptions, one byte per literal; null when one of them is false in every model. */
export function chosenIn(circuit: Circuit, assumptions: readonly Literal[]): Uint8Array | null {
  const chosen = new Uint8Array(2 * circuit.variables);
  for (const literal of assumptions) {
    const image = imageOf(circuit, literal);
    if (image === fixedFalse) return null;
    if (image >= 0) chosen[image] = 1;
  }
  return chosen;
}
