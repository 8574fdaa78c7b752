import type { CircuitBuilder } from "./circuit-builder.ts";
import type { ListedItem } from "./share-lists.ts";

/**
 * When a feature is out, so is everything below it, and most branches would spell that out again. Each literal is filed under one
 * literal that implies it; a list that has a literal with everything filed under it names one shared node instead. The returned
 * function rewrites the literals of one branch. `clauses` may speak of further variables, which are ignored; `itemOf` is what a
 * literal stands for, settled before a literal is first listed.
 */
export function literalBundler(
  builder: CircuitBuilder,
  variables: number,
  clauses: readonly (readonly number[])[],
  itemOf: Int32Array,
): (literals: readonly number[]) => ListedItem[] {
  const nodeBase = 3 * variables;
  const filed = fileLiterals(2 * variables, clauses);
  const stamp = new Int32Array(2 * variables);
  const whole = new Int32Array(2 * variables);
  const found = new Int32Array(2 * variables);
  const bundle = new Int32Array(2 * variables).fill(-1);
  let branch = 0;
  /** The node of a literal with everything filed under it. */
  const nodeOf = (literal: number): number => {
    if (bundle[literal]! < 0) {
      const parts = filed.below[literal]!.map((part) =>
        filed.below[part]!.length === 0 ? itemOf[part]! : nodeBase + nodeOf(part),
      );
      bundle[literal] = builder.node([[itemOf[literal]!, ...parts]]);
    }
    return bundle[literal]!;
  };
  return (literals) => {
    branch++;
    for (const literal of literals) {
      stamp[literal] = branch;
      found[literal] = 0;
    }
    // Whatever is filed under a literal has a higher number, so parts are seen before wholes.
    const list = [...literals].sort((a, b) => b - a);
    for (const literal of list) {
      if (found[literal] !== filed.below[literal]!.length) continue;
      whole[literal] = branch;
      const top = filed.under[literal]!;
      if (top >= 0 && stamp[top] === branch) found[top] = found[top]! + 1;
    }
    const items: ListedItem[] = [];
    for (const literal of list) {
      const top = filed.under[literal]!;
      const isWhole = whole[literal] === branch;
      if (isWhole && top >= 0 && stamp[top] === branch && whole[top] === branch) continue;
      const bundled = isWhole && filed.below[literal]!.length > 0;
      items.push({ variable: literal >> 1, item: bundled ? nodeBase + nodeOf(literal) : itemOf[literal]! });
    }
    return items;
  };
}

/** Each literal under the nearest literal before it that implies it: in a feature tree, "child out" under "parent out". */
function fileLiterals(literals: number, clauses: readonly (readonly number[])[]): { under: Int32Array; below: number[][] } {
  const under = new Int32Array(literals).fill(-1);
  for (const clause of clauses) {
    if (clause.length !== 2) continue;
    const [a, b] = clause as [number, number];
    if (a >= literals || b >= literals) continue;
    const [early, late] = a >> 1 < b >> 1 ? [a, b] : [b, a];
    if (early >> 1 !== late >> 1 && (under[late]! < 0 || under[late]! >> 1 < early >> 1)) under[late] = early ^ 1;
  }
  const below: number[][] = Array.from({ length: literals }, () => []);
  for (let literal = 0; literal < literals; literal++) if (under[literal]! >= 0) below[under[literal]!]!.push(literal);
  return { under, below };
}
