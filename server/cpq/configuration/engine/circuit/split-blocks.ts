/**
 * A part of the formula that touches the rest in one variable only, its `cut`. Given the cut, it is independent of everything else
 * and is compiled on its own, once for each value. Most of a feature tree falls apart this way.
 */
export interface Block {
  /** The variable it shares with the block above it, or -1 for the first block of an unconnected part. */
  cut: number;
  /** What stands for the cut inside this block; -1 without a cut. */
  copy: number;
  /** Its own variables, ascending, without the cut. */
  variables: number[];
  /** Its clauses with more than two literals, as positions among all such clauses. */
  long: number[];
}

export interface Blocks {
  /** Variables including the copies; the given ones keep their numbers. */
  variables: number;
  /** The clauses with cuts replaced by their copies, so that blocks share no variable. Same order as given. */
  clauses: number[][];
  /** Blocks before the blocks they hang under. */
  blocks: Block[];
  /** Variables in no clause. */
  free: number[];
}

/** Splits a formula at the variables whose removal disconnects it (biconnected components, Hopcroft and Tarjan 1973). */
export function splitBlocks(variables: number, clauses: readonly (readonly number[])[]): Blocks {
  const { ends, firstEdge } = edgesOf(clauses);
  const blockOfEdge = biconnected(variables, ends);
  const blockOfClause = firstEdge.map((edge) => blockOfEdge[edge]!);
  const count = blockOfEdge.reduce((most, block) => Math.max(most, block + 1), 0);
  const members: Set<number>[] = Array.from({ length: count }, () => new Set());
  const blocksOf: number[][] = Array.from({ length: variables }, () => []);
  clauses.forEach((clause, c) => {
    const block = blockOfClause[c]!;
    for (const literal of clause) {
      if (members[block]!.has(literal >> 1)) continue;
      members[block]!.add(literal >> 1);
      blocksOf[literal >> 1]!.push(block);
    }
  });

  // From the largest block of each connected part outwards.
  const blocks: Block[] = [];
  const place = new Int32Array(count).fill(-1);
  const bySize = [...members.keys()].sort((a, b) => members[b]!.size - members[a]!.size || a - b);
  let next = variables;
  for (const first of bySize) {
    if (place[first]! >= 0) continue;
    const queue: [number, number][] = [[first, -1]];
    place[first] = 0;
    for (let i = 0; i < queue.length; i++) {
      const [block, cut] = queue[i]!;
      const own = [...members[block]!].filter((variable) => variable !== cut).sort((a, b) => a - b);
      place[block] = blocks.length;
      blocks.push({ cut, copy: cut < 0 ? -1 : next++, variables: own, long: [] });
      for (const variable of own) {
        for (const other of blocksOf[variable]!) {
          if (place[other]! >= 0) continue;
          place[other] = 0;
          queue.push([other, variable]);
        }
      }
    }
  }
  let long = 0;
  const renamed = clauses.map((clause, c) => {
    const block = blocks[place[blockOfClause[c]!]!]!;
    if (clause.length > 2) block.long.push(long++);
    return clause.map((literal) => (literal >> 1 === block.cut ? 2 * block.copy + (literal & 1) : literal));
  });
  const free = blocksOf.flatMap((list, variable) => (list.length === 0 ? [variable] : []));
  return { variables: next, clauses: renamed, blocks: blocks.reverse(), free };
}

/** Edges of the formula's graph. A long clause is a ring: like the full tangle it stands for, no single variable cuts it. */
function edgesOf(clauses: readonly (readonly number[])[]): { ends: number[]; firstEdge: number[] } {
  const ends: number[] = [];
  const firstEdge: number[] = [];
  for (const clause of clauses) {
    firstEdge.push(ends.length / 2);
    for (let k = 1; k < clause.length; k++) ends.push(clause[k - 1]! >> 1, clause[k]! >> 1);
    if (clause.length > 2) ends.push(clause.at(-1)! >> 1, clause[0]! >> 1);
  }
  return { ends, firstEdge };
}

/** The block of each edge. Depth-first without recursion: long chains of features are usual. */
function biconnected(variables: number, ends: readonly number[]): Int32Array {
  const edges = ends.length / 2;
  const around: number[][] = Array.from({ length: variables }, () => []);
  for (let edge = 0; edge < edges; edge++) {
    around[ends[2 * edge]!]!.push(edge);
    around[ends[2 * edge + 1]!]!.push(edge);
  }
  const block = new Int32Array(edges).fill(-1);
  const found = new Int32Array(variables).fill(-1);
  const low = new Int32Array(variables);
  const position = new Int32Array(variables);
  const pending: number[] = [];
  let time = 0;
  let blocks = 0;
  for (let start = 0; start < variables; start++) {
    if (found[start]! >= 0) continue;
    const path = [start];
    const entered = [-1];
    found[start] = low[start] = time++;
    while (path.length > 0) {
      const at = path.at(-1)!;
      const list = around[at]!;
      if (position[at]! < list.length) {
        const edge = list[position[at]!++]!;
        if (edge === entered.at(-1)) continue;
        const to = ends[2 * edge]! === at ? ends[2 * edge + 1]! : ends[2 * edge]!;
        if (found[to]! < 0) {
          pending.push(edge);
          path.push(to);
          entered.push(edge);
          found[to] = low[to] = time++;
        } else if (found[to]! < found[at]!) {
          pending.push(edge);
          low[at] = Math.min(low[at]!, found[to]!);
        }
        continue;
      }
      path.pop();
      const edge = entered.pop()!;
      if (edge < 0) continue;
      const up = path.at(-1)!;
      low[up] = Math.min(low[up]!, low[at]!);
      if (low[at]! < found[up]!) continue;
      for (;;) {
        const last = pending.pop()!;
        block[last] = blocks;
        if (last === edge) break;
      }
      blocks++;
    }
  }
  return block;
}
