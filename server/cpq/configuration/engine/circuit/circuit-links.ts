import type { Circuit } from "./circuit.ts";

/** The way up through a circuit: which branches each literal and each node stand in, and whose branch each is. */
export interface CircuitLinks {
  owner: Int32Array;
  literalFrom: Int32Array;
  literalIn: Int32Array;
  nodeFrom: Int32Array;
  nodeIn: Int32Array;
}

export function circuitLinks(circuit: Circuit): CircuitLinks {
  const { variables, branchesFrom, itemsFrom, items } = circuit;
  const nodes = branchesFrom.length - 1;
  const nodeBase = 3 * variables;
  const literalFrom = new Int32Array(2 * variables + 1);
  const nodeFrom = new Int32Array(nodes + 1);
  for (const item of items) {
    if (item >= nodeBase) nodeFrom[item - nodeBase + 1] = nodeFrom[item - nodeBase + 1]! + 1;
    else if (item < 2 * variables) literalFrom[item + 1] = literalFrom[item + 1]! + 1;
  }
  for (const from of [literalFrom, nodeFrom]) for (let i = 1; i < from.length; i++) from[i] = from[i]! + from[i - 1]!;
  const literalIn = new Int32Array(literalFrom.at(-1)!);
  const nodeIn = new Int32Array(nodeFrom.at(-1)!);
  const nextLiteral = literalFrom.slice();
  const nextNode = nodeFrom.slice();
  const owner = new Int32Array(itemsFrom.length);
  for (let node = 0; node < nodes; node++) {
    for (let branch = branchesFrom[node]!; branch < branchesFrom[node + 1]!; branch++) {
      owner[branch] = node;
      for (let k = itemsFrom[branch]!; k < itemsFrom[branch + 1]!; k++) {
        const item = items[k]!;
        if (item >= nodeBase) nodeIn[nextNode[item - nodeBase]!++] = branch;
        else if (item < 2 * variables) literalIn[nextLiteral[item]!++] = branch;
      }
    }
  }
  return { owner, literalFrom, literalIn, nodeFrom, nodeIn };
}
