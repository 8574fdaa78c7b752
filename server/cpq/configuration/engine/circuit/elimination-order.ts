/**
 * The order in which the variables of a sparse graph are best taken out: least fill-in first, least degree among those.
 * `neighbours` is consumed. Returns each vertex with its neighbours at the time it went (its bag without itself).
 */
export interface Elimination {
  order: Int32Array;
  bags: Int32Array[];
  /** Largest bag: the width of the decomposition. */
  width: number;
}

const exactFillUpTo = 48;
/** Beyond this many neighbours no decomposition helps any more: what is left counts as one tangle. */
const widestBag = 250;

export function eliminationOrder(neighbours: Set<number>[]): Elimination {
  const n = neighbours.length;
  const cost = new Float64Array(n);
  const gone = new Uint8Array(n);
  const order = new Int32Array(n);
  const bags = Array.from({ length: n }, () => new Int32Array(0));
  const heap: { vertex: number; cost: number }[] = [];
  const costOf = (vertex: number): number => {
    const around = [...neighbours[vertex]!];
    const d = around.length;
    if (d > exactFillUpTo) return d * d * 1000 + d;
    let fill = 0;
    for (let i = 0; i < d; i++) for (let k = i + 1; k < d; k++) if (!neighbours[around[i]!]!.has(around[k]!)) fill++;
    return fill * 1000 + d;
  };
  const push = (vertex: number): void => {
    const entry = { vertex, cost: cost[vertex]! };
    let i = heap.push(entry) - 1;
    while (i > 0) {
      const parent = (i - 1) >> 1;
      if (before(heap[parent]!, entry)) break;
      heap[i] = heap[parent]!;
      i = parent;
    }
    heap[i] = entry;
  };
  for (let vertex = 0; vertex < n; vertex++) {
    cost[vertex] = costOf(vertex);
    push(vertex);
  }
  let width = 0;
  for (let position = 0; position < n; ) {
    const { vertex, cost: then } = popHeap(heap);
    if (gone[vertex] || then !== cost[vertex]) continue;
    const fresh = costOf(vertex);
    if (fresh > then) {
      cost[vertex] = fresh;
      push(vertex);
      continue;
    }
    if (neighbours[vertex]!.size > widestBag) {
      const rest = Array.from(gone.keys()).filter((other) => !gone[other] && other !== vertex);
      for (const other of rest) {
        order[position++] = other;
        bags[other] = Int32Array.of(vertex);
      }
      order[position++] = vertex;
      width = Math.max(width, rest.length);
      break;
    }
    gone[vertex] = 1;
    const around = [...neighbours[vertex]!];
    order[position++] = vertex;
    bags[vertex] = Int32Array.from(around);
    width = Math.max(width, around.length);
    for (const other of around) neighbours[other]!.delete(vertex);
    for (let i = 0; i < around.length; i++) {
      const list = neighbours[around[i]!]!;
      for (let k = i + 1; k < around.length; k++) {
        if (list.has(around[k]!)) continue;
        list.add(around[k]!);
        neighbours[around[k]!]!.add(around[i]!);
      }
    }
    for (const other of around) {
      const now = costOf(other);
      if (now === cost[other]) continue;
      cost[other] = now;
      push(other);
    }
    neighbours[vertex] = new Set();
  }
  return { order, bags, width };
}

interface Entry {
  vertex: number;
  cost: number;
}

const before = (a: Entry, b: Entry): boolean => a.cost < b.cost || (a.cost === b.cost && a.vertex <= b.vertex);

function popHeap(heap: Entry[]): Entry {
  const top = heap[0]!;
  const last = heap.pop()!;
  if (heap.length === 0) return top;
  let i = 0;
  for (;;) {
    let child = 2 * i + 1;
    if (child >= heap.length) break;
    if (child + 1 < heap.length && before(heap[child + 1]!, heap[child]!)) child++;
    if (before(last, heap[child]!)) break;
    heap[i] = heap[child]!;
    i = child;
  }
  heap[i] = last;
  return top;
}
