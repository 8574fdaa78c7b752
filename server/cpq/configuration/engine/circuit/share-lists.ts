import type { CircuitBuilder } from "./circuit-builder.ts";

/** A literal, free variable or node, filed at a variable. */
export interface ListedItem {
  variable: number;
  item: number;
}

const inline = 4;
const smallestRange = 8;

/**
 * Writes long lists of items as trees of shared nodes. The variables are halved again and again at fixed places; two lists that
 * agree on a range then share the node for it, so that a list that differs from another in one place costs a few nodes only.
 */
export function listSharer(builder: CircuitBuilder, variables: number): (items: readonly ListedItem[]) => number[] {
  const nodeBase = 3 * variables;
  let width = 1;
  while (width < variables) width *= 2;
  const known = new Map<number, number[]>();
  const contents: number[][] = [];
  const numbers: number[] = [];
  /** The node of this list of items, made once. */
  const nodeOf = (items: number[]): number => {
    let hash = items.length;
    for (const item of items) hash = Math.imul(hash ^ item, 0x01000193) ^ (hash >>> 15);
    const bucket = known.get(hash);
    for (const entry of bucket ?? []) {
      const other = contents[entry]!;
      if (other.length === items.length && other.every((item, i) => item === items[i])) return nodeBase + numbers[entry]!;
    }
    const entry = contents.push(items) - 1;
    numbers.push(builder.node([items]));
    if (bucket) bucket.push(entry);
    else known.set(hash, [entry]);
    return nodeBase + numbers[entry]!;
  };
  return (items) => {
    const sorted = [...items].sort((a, b) => a.variable - b.variable || a.item - b.item);
    const visit = (from: number, to: number, low: number, size: number): number[] => {
      if (to - from <= inline) return sorted.slice(from, to).map(({ item }) => item);
      let list: number[];
      if (size <= smallestRange) list = sorted.slice(from, to).map(({ item }) => item);
      else {
        const half = size / 2;
        let middle = from;
        while (middle < to && sorted[middle]!.variable < low + half) middle++;
        list = [...visit(from, middle, low, half), ...visit(middle, to, low + half, half)];
      }
      return list.length > inline ? [nodeOf(list)] : list;
    };
    return visit(0, sorted.length, 0, width);
  };
}
