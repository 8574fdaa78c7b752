import { eliminationOrder } from "./elimination-order.ts";

const longClause = 12;

/**
 * How deep in the formula each variable separates it: 0 splits it best. From a tree decomposition of the formula's graph, rooted
 * at its centre, the depth of the highest bag a variable is in. Long clauses count as a chain, which is how branching lives
 * through them. Method: tree-decomposition guided counting (Korhonen, Järvisalo 2021).
 */
export function separatorDepths(
  variables: number,
  clauses: readonly (readonly number[])[],
): { depth: Int32Array; width: number } {
  const neighbours: Set<number>[] = Array.from({ length: variables }, () => new Set());
  const join = (a: number, b: number): void => {
    if (a === b) return;
    neighbours[a]!.add(b);
    neighbours[b]!.add(a);
  };
  for (const clause of clauses) {
    const members = clause.map((literal) => literal >> 1);
    if (members.length <= longClause) {
      members.forEach((a, i) => members.slice(i + 1).forEach((b) => join(a, b)));
      continue;
    }
    let link = -1;
    for (const member of members) {
      const next = neighbours.push(new Set()) - 1;
      join(member, next);
      if (link >= 0) {
        join(link, next);
        join(link, member);
      }
      link = next;
    }
  }
  const { order, bags, width } = eliminationOrder(neighbours);
  const n = neighbours.length;
  const position = new Int32Array(n);
  order.forEach((vertex, i) => {
    position[vertex] = i;
  });
  // Each bag hangs under the bag of its neighbour that goes next.
  const parent = new Int32Array(n).fill(-1);
  for (let vertex = 0; vertex < n; vertex++) {
    for (const other of bags[vertex]!)
      if (parent[vertex]! < 0 || position[other]! < position[parent[vertex]!]!) parent[vertex] = other;
  }
  const depth = depthsFromCentres(order, parent);
  const highest = depth.slice();
  for (let vertex = 0; vertex < n; vertex++) {
    for (const other of bags[vertex]!) if (depth[vertex]! < highest[other]!) highest[other] = depth[vertex]!;
  }
  return { depth: highest.slice(0, variables), width };
}

/** Depth of every node of a forest when each tree is re-rooted at its centroid. `order` lists children before parents. */
function depthsFromCentres(order: Int32Array, parent: Int32Array): Int32Array {
  const n = order.length;
  const size = new Int32Array(n).fill(1);
  const around: number[][] = Array.from({ length: n }, () => []);
  const root = new Int32Array(n);
  for (const vertex of order) {
    const up = parent[vertex]!;
    if (up < 0) continue;
    size[up] = size[up]! + size[vertex]!;
    around[vertex]!.push(up);
    around[up]!.push(vertex);
  }
  const centre = new Map<number, number>();
  for (let i = n - 1; i >= 0; i--) {
    const vertex = order[i]!;
    const up = parent[vertex]!;
    root[vertex] = up < 0 ? vertex : root[up]!;
    // The last node on the way down that still holds half of its tree.
    if (2 * size[vertex]! >= size[root[vertex]!]!) centre.set(root[vertex]!, vertex);
  }
  const depth = new Int32Array(n).fill(-1);
  for (const start of centre.values()) {
    depth[start] = 0;
    const queue = [start];
    for (let i = 0; i < queue.length; i++) {
      for (const other of around[queue[i]!]!) {
        if (depth[other]! >= 0) continue;
        depth[other] = depth[queue[i]!]! + 1;
        queue.push(other);
      }
    }
  }
  return depth;
}
