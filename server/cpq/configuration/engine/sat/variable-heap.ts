/** Variables by activity, highest first; equal activity by number, so that every run is the same. */
export interface VariableHeap {
  has(variable: number): boolean;
  insert(variable: number, activity: Float64Array): void;
  /** Restores order after an activity grew. */
  raise(variable: number, activity: Float64Array): void;
  /** The most active variable, or -1 when empty. */
  pop(activity: Float64Array): number;
  fill(activity: Float64Array, variables: number): void;
  grow(variables: number): void;
}

export function createHeap(variables: number): VariableHeap {
  let heap = new Int32Array(variables);
  let place = new Int32Array(variables).fill(-1);
  let size = 0;
  const up = (start: number, activity: Float64Array): void => {
    let i = start;
    const variable = heap[i]!;
    const own = activity[variable]!;
    while (i > 0) {
      const parent = (i - 1) >> 1;
      const other = heap[parent]!;
      const theirs = activity[other]!;
      if (theirs > own || (theirs === own && other < variable)) break;
      heap[i] = other;
      place[other] = i;
      i = parent;
    }
    heap[i] = variable;
    place[variable] = i;
  };
  const down = (start: number, activity: Float64Array): void => {
    let i = start;
    const variable = heap[i]!;
    const own = activity[variable]!;
    for (;;) {
      let child = 2 * i + 1;
      if (child >= size) break;
      const right = child + 1;
      if (right < size) {
        const a = activity[heap[child]!]!;
        const b = activity[heap[right]!]!;
        if (b > a || (b === a && heap[right]! < heap[child]!)) child = right;
      }
      const other = heap[child]!;
      const theirs = activity[other]!;
      if (theirs < own || (theirs === own && other > variable)) break;
      heap[i] = other;
      place[other] = i;
      i = child;
    }
    heap[i] = variable;
    place[variable] = i;
  };
  return {
    has: (variable) => place[variable]! >= 0,
    insert(variable, activity) {
      if (place[variable]! >= 0) return;
      heap[size] = variable;
      place[variable] = size;
      up(size++, activity);
    },
    raise(variable, activity) {
      if (place[variable]! >= 0) up(place[variable]!, activity);
    },
    pop(activity) {
      if (size === 0) return -1;
      const top = heap[0]!;
      place[top] = -1;
      const last = heap[--size]!;
      if (size > 0) {
        heap[0] = last;
        place[last] = 0;
        down(0, activity);
      }
      return top;
    },
    fill(activity, count) {
      for (let variable = 0; variable < count; variable++) this.insert(variable, activity);
    },
    grow(count) {
      const wider = new Int32Array(count);
      wider.set(heap);
      heap = wider;
      const places = new Int32Array(count).fill(-1);
      places.set(place);
      place = places;
    },
  };
}
