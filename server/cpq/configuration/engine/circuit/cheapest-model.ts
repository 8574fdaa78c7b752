import type { Circuit } from "./circuit.ts";

/**
 * A model of least cost that keeps the chosen literals, in one pass up and one down: parts are independent, so their least costs
 * add up. `cost` is per circuit literal, never negative. Returns one byte per circuit variable, or null when no model keeps them.
 */
export function cheapestModel(circuit: Circuit, chosen: Uint8Array, cost: readonly bigint[]): Uint8Array | null {
  if (!circuit.satisfiable) return null;
  const { variables, branchesFrom, itemsFrom, items } = circuit;
  const nodes = branchesFrom.length - 1;
  const freeBase = 2 * variables;
  const nodeBase = 3 * variables;
  const best = Array.from<bigint | null>({ length: nodes }).fill(null);
  const taken = new Int32Array(nodes);
  const freeSide = (variable: number): number => {
    const yes = 2 * variable;
    if (chosen[yes]) return yes;
    if (chosen[yes + 1]) return yes + 1;
    return cost[yes]! < cost[yes + 1]! ? yes : yes + 1;
  };
  const costOf = (branch: number): bigint | null => {
    let sum = 0n;
    for (let k = itemsFrom[branch]!; k < itemsFrom[branch + 1]!; k++) {
      const item = items[k]!;
      if (item < freeBase) {
        if (chosen[item ^ 1]) return null;
        if (cost[item] !== 0n) sum += cost[item]!;
      } else if (item < nodeBase) sum += cost[freeSide(item - freeBase)]!;
      else {
        const part = best[item - nodeBase]!;
        if (part === null) return null;
        if (part !== 0n) sum += part;
      }
    }
    return sum;
  };
  for (let node = 0; node < nodes; node++) {
    for (let branch = branchesFrom[node]!; branch < branchesFrom[node + 1]!; branch++) {
      const sum = costOf(branch);
      if (sum === null || (best[node] !== null && best[node]! <= sum)) continue;
      best[node] = sum;
      taken[node] = branch;
    }
  }
  if (best[nodes - 1] === null) return null;
  const model = new Uint8Array(variables);
  const stack = [nodes - 1];
  while (stack.length > 0) {
    const branch = taken[stack.pop()!]!;
    for (let k = itemsFrom[branch]!; k < itemsFrom[branch + 1]!; k++) {
      const item = items[k]!;
      if (item >= nodeBase) stack.push(item - nodeBase);
      else {
        const literal = item < freeBase ? item : freeSide(item - freeBase);
        model[literal >> 1] = (literal & 1) ^ 1;
      }
    }
  }
  return model;
}
