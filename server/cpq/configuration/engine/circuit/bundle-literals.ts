import { circuitBuilder } from "./circuit-builder.ts";

interface Graph {
  branchesFrom: Int32Array;
  itemsFrom: Int32Array;
  items: Int32Array;
}

/**
 * Shrinks a circuit by sharing. When a feature is out, so is everything below it, and most branches spell that out again and
 * again. Each literal is filed under one literal that implies it; a list that has a literal with everything filed under it then
 * names one shared node instead.
 */
export function bundleLiterals(variables: number, clauses: readonly (readonly number[])[], graph: Graph): Graph {
  const literals = 2 * variables;
  const nodeBase = 3 * variables;
  // Filed under the nearest variable before it, which in a feature tree is the parent. Always earlier, so there are no cycles.
  const under = new Int32Array(literals).fill(-1);
  for (const clause of clauses) {
    if (clause.length !== 2) continue;
    const [a, b] = clause as [number, number];
    const [early, late] = a >> 1 < b >> 1 ? [a, b] : [b, a];
    if (early >> 1 !== late >> 1 && (under[late]! < 0 || under[late]! >> 1 < early >> 1)) under[late] = early ^ 1;
  }
  const expected = new Int32Array(literals);
  for (let literal = 0; literal < literals; literal++)
    if (under[literal]! >= 0) expected[under[literal]!] = expected[under[literal]!]! + 1;

  const nodes = graph.branchesFrom.length - 1;
  const stamp = new Int32Array(literals).fill(-1);
  const whole = new Int32Array(literals);
  const found = new Int32Array(literals);
  const used = new Uint8Array(literals);
  const isWhole = (literal: number, branch: number): boolean => whole[literal] === branch + 1;
  /** The literals of a branch that are not covered by another one of it. */
  const reduced = (branch: number): number[] => {
    const list: number[] = [];
    for (let k = graph.itemsFrom[branch]!; k < graph.itemsFrom[branch + 1]!; k++) {
      const item = graph.items[k]!;
      if (item >= literals) continue;
      list.push(item);
      stamp[item] = branch;
      found[item] = 0;
    }
    list.sort((a, b) => b - a);
    for (const literal of list) {
      if (found[literal] !== expected[literal]) continue;
      whole[literal] = branch + 1;
      const top = under[literal]!;
      if (top >= 0 && stamp[top] === branch) found[top] = found[top]! + 1;
    }
    return list.filter((literal) => {
      const top = under[literal]!;
      return !(isWhole(literal, branch) && top >= 0 && stamp[top] === branch && isWhole(top, branch));
    });
  };

  const branches = graph.itemsFrom.length - 1;
  const kept: number[][] = [];
  for (let branch = 0; branch < branches; branch++) {
    const list = reduced(branch).map((literal) => {
      if (!isWhole(literal, branch) || expected[literal] === 0) return literal;
      used[literal] = 1;
      return ~literal;
    });
    kept.push(list);
  }
  const filed: number[][] = Array.from({ length: literals }, () => []);
  for (let literal = 0; literal < literals; literal++) if (under[literal]! >= 0) filed[under[literal]!]!.push(literal);
  for (let literal = 0; literal < literals; literal++) {
    if (used[literal]) for (const part of filed[literal]!) if (expected[part]! > 0) used[part] = 1;
  }
  // A shared node is itself made of shared nodes; later variables first, so that parts come before wholes.
  const builder = circuitBuilder();
  const bundle = new Int32Array(literals).fill(-1);
  for (let literal = literals - 1; literal >= 0; literal--) {
    if (!used[literal]) continue;
    bundle[literal] = builder.node([
      [literal, ...filed[literal]!.map((part) => (bundle[part]! >= 0 ? nodeBase + bundle[part]! : part))],
    ]);
  }
  const shift = builder.count();
  for (let node = 0; node < nodes; node++) {
    const lists: number[][] = [];
    for (let branch = graph.branchesFrom[node]!; branch < graph.branchesFrom[node + 1]!; branch++) {
      const list = kept[branch]!.map((literal) => (literal >= 0 ? literal : nodeBase + bundle[~literal]!));
      for (let k = graph.itemsFrom[branch]!; k < graph.itemsFrom[branch + 1]!; k++) {
        const item = graph.items[k]!;
        if (item >= literals) list.push(item >= nodeBase ? item + shift : item);
      }
      lists.push(list);
    }
    builder.node(lists);
  }
  return builder.finish();
}
