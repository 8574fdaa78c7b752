import type { Literal } from "../encoding/cnf.ts";
import type { Circuit } from "../circuit/circuit.ts";
import { readCircuit } from "../circuit/circuit-domains.ts";
import { fixedFalse, fixedTrue } from "../circuit/simplify.ts";
import { chosenIn, imageOf } from "../circuit/translate.ts";
import type { Prepared } from "./prepare.ts";
import { satDomains } from "./sat-domains.ts";

/** Possible literals under assumptions; null when they contradict each other. */
export type Domains = (assumptions: readonly Literal[]) => Uint8Array | null;

/** Exact domains, read from the circuit where there is one and searched where there is none. */
export function domainsOf(prepared: Prepared, circuit: Circuit | null): Domains {
  if (!circuit) return (assumptions) => satDomains(prepared, assumptions);
  const reader = readCircuit(circuit);
  const variables = prepared.encoded.cnf.variables;
  const images = Int32Array.from({ length: 2 * variables }, (_, literal) => imageOf(circuit, literal));
  return (assumptions) => {
    const chosen = chosenIn(circuit, assumptions);
    const possible = chosen && reader.possible(chosen);
    if (!possible) return null;
    const result = new Uint8Array(2 * variables);
    for (let literal = 0; literal < 2 * variables; literal++) {
      const image = images[literal]!;
      result[literal] = image === fixedTrue ? 1 : image === fixedFalse ? 0 : possible[image]!;
    }
    return result;
  };
}
