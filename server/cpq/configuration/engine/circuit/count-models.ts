import type { Circuit } from "./circuit.ts";

/**
 * How many assignments keep these circuit literals, exactly. One upward pass; numbers may have thousands of digits. `chosen` is
 * per literal: 1 when it is assumed.
 */
export function countModels(circuit: Circuit, chosen: Uint8Array): bigint {
  if (!circuit.satisfiable) return 0n;
  const { variables, branchesFrom, itemsFrom, items } = circuit;
  const nodes = branchesFrom.length - 1;
  const counts: bigint[] = [];
  const nodeBase = 3 * variables;
  for (let node = 0; node < nodes; node++) {
    let sum = 0n;
    for (let branch = branchesFrom[node]!; branch < branchesFrom[node + 1]!; branch++) {
      let product = 1n;
      let doublings = 0;
      for (let k = itemsFrom[branch]!; k < itemsFrom[branch + 1]!; k++) {
        const item = items[k]!;
        if (item < 2 * variables) {
          if (chosen[item ^ 1]) {
            product = 0n;
            break;
          }
        } else if (item < nodeBase) {
          const free = 2 * (item - 2 * variables);
          if (!chosen[free] && !chosen[free + 1]) doublings++;
        } else {
          const part = counts[item - nodeBase]!;
          if (part === 0n) {
            product = 0n;
            break;
          }
          if (part !== 1n) product *= part;
        }
      }
      sum += product << BigInt(doublings);
    }
    counts.push(sum);
  }
  return counts[nodes - 1]!;
}
