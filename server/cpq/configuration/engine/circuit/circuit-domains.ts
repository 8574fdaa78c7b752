import type { Circuit } from "./circuit.ts";

/** Answers "which literals are still possible" for one circuit, reusing its working memory. */
export interface CircuitReader {
  /**
   * `chosen` is per circuit literal: 1 when it must hold. Returns per literal 1 when some model keeps all of them and has it; null
   * when none keeps them. One pass up and one down; the result is overwritten by the next call.
   */
  possible(chosen: Uint8Array): Uint8Array | null;
}

export function readCircuit(circuit: Circuit): CircuitReader {
  const { variables, branchesFrom, itemsFrom, items } = circuit;
  const nodes = branchesFrom.length - 1;
  const nodeBase = 3 * variables;
  const freeBase = 2 * variables;
  const alive = new Uint8Array(nodes);
  const branchAlive = new Uint8Array(itemsFrom.length);
  const reached = new Uint8Array(nodes);
  const possible = new Uint8Array(2 * variables);
  return {
    possible(chosen) {
      if (!circuit.satisfiable) return null;
      for (let node = 0; node < nodes; node++) {
        let any = 0;
        for (let branch = branchesFrom[node]!; branch < branchesFrom[node + 1]!; branch++) {
          let ok = 1;
          for (let k = itemsFrom[branch]!; k < itemsFrom[branch + 1]!; k++) {
            const item = items[k]!;
            if (item < freeBase ? chosen[item ^ 1] === 1 : item >= nodeBase && alive[item - nodeBase] === 0) {
              ok = 0;
              break;
            }
          }
          branchAlive[branch] = ok;
          any |= ok;
        }
        alive[node] = any;
      }
      if (nodes === 0 || alive[nodes - 1] === 0) return null;
      reached.fill(0);
      possible.fill(0);
      reached[nodes - 1] = 1;
      for (let node = nodes - 1; node >= 0; node--) {
        if (reached[node] === 0) continue;
        for (let branch = branchesFrom[node]!; branch < branchesFrom[node + 1]!; branch++) {
          if (branchAlive[branch] === 0) continue;
          for (let k = itemsFrom[branch]!; k < itemsFrom[branch + 1]!; k++) {
            const item = items[k]!;
            if (item < freeBase) possible[item] = 1;
            else if (item >= nodeBase) reached[item - nodeBase] = 1;
            else {
              const literal = 2 * (item - freeBase);
              if (chosen[literal + 1] === 0) possible[literal] = 1;
              if (chosen[literal] === 0) possible[literal + 1] = 1;
            }
          }
        }
      }
      return possible;
    },
  };
}
