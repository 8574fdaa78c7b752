import type { Circuit } from "./circuit.ts";
import { circuitLinks } from "./circuit-links.ts";

/** Answers "which literals are still possible" for one circuit, reusing its working memory. */
export interface CircuitReader {
  /**
   * `chosen` is per circuit literal: 1 when it must hold. Returns per literal 1 when some model keeps all of them and has it; null
   * when none keeps them. The result is overwritten by the next call.
   */
  possible(chosen: Uint8Array): Uint8Array | null;
}

/**
 * Reading upwards only follows what changed since the last question: each branch counts what is wrong with it, each node its sound
 * branches. Reading downwards visits what is still alive, which shrinks as choices are made.
 */
export function readCircuit(circuit: Circuit): CircuitReader {
  const { variables, branchesFrom, itemsFrom, items } = circuit;
  const nodes = branchesFrom.length - 1;
  const nodeBase = 3 * variables;
  const freeBase = 2 * variables;
  const links = circuitLinks(circuit);
  const wrong = new Int32Array(itemsFrom.length);
  const sound = Int32Array.from({ length: nodes }, (_, node) => branchesFrom[node + 1]! - branchesFrom[node]!);
  const before = new Uint8Array(2 * variables);
  const reached = new Uint8Array(nodes);
  const possible = new Uint8Array(2 * variables);
  const changed: number[] = [];

  /** Something in these branches became wrong (1) or right again (-1); what follows for the nodes above is followed too. */
  const follow = (from: Int32Array, list: Int32Array, of: number, by: 1 | -1): void => {
    for (let k = from[of]!; k < from[of + 1]!; k++) {
      const branch = list[k]!;
      const now = wrong[branch]! + by;
      wrong[branch] = now;
      if (by === 1 ? now !== 1 : now !== 0) continue;
      const node = links.owner[branch]!;
      sound[node] = sound[node]! - by;
      if (by === 1 ? sound[node] === 0 : sound[node] === 1) changed.push(node);
    }
  };
  const update = (literal: number, by: 1 | -1): void => {
    follow(links.literalFrom, links.literalIn, literal ^ 1, by);
    while (changed.length > 0) follow(links.nodeFrom, links.nodeIn, changed.pop()!, by);
  };

  return {
    possible(chosen) {
      if (!circuit.satisfiable || nodes === 0) return null;
      for (let literal = 0; literal < 2 * variables; literal++) {
        if (chosen[literal] === before[literal]) continue;
        update(literal, chosen[literal] === 1 ? 1 : -1);
        before[literal] = chosen[literal]!;
      }
      if (sound[nodes - 1] === 0) return null;
      reached.fill(0);
      possible.fill(0);
      reached[nodes - 1] = 1;
      for (let node = nodes - 1; node >= 0; node--) {
        if (reached[node] === 0) continue;
        for (let branch = branchesFrom[node]!; branch < branchesFrom[node + 1]!; branch++) {
          if (wrong[branch] !== 0) continue;
          for (let k = itemsFrom[branch]!; k < itemsFrom[branch + 1]!; k++) {
            const item = items[k]!;
            if (item >= nodeBase) reached[item - nodeBase] = 1;
            else if (item < freeBase) possible[item] = 1;
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
