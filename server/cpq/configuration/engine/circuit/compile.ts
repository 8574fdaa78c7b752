import { literalBundler } from "./bundle-literals.ts";
import type { Circuit } from "./circuit.ts";
import { circuitBuilder } from "./circuit-builder.ts";
import { partCompiler } from "./compile-part.ts";
import { listSharer } from "./share-lists.ts";
import type { Simplified } from "./simplify.ts";
import { type Block, splitBlocks } from "./split-blocks.ts";

export interface Budget {
  timeMs: number;
  /** Largest number of items the circuit may have. */
  items: number;
}

export type Compiled = { circuit: Circuit; reason: null } | { circuit: null; reason: string };

/** Time or size ran out. */
class OverBudget extends Error {}

/**
 * Compiles clauses into a circuit, block by block from the leaves of the feature tree inwards: what hangs on one variable is
 * compiled for each of its values, and stands for that literal wherever it is listed. `now` is the clock, in milliseconds; the time
 * budget runs from `start`.
 */
export function compile(simplified: Simplified, fingerprint: number, budget: Budget, now: () => number, start = now()): Compiled {
  const { variables, image } = simplified;
  const deadline = start + budget.timeMs;
  const none = { branchesFrom: new Int32Array(1), itemsFrom: new Int32Array(1), items: new Int32Array(0) };
  const contradiction: Compiled = { circuit: { variables, ...none, image, fingerprint, satisfiable: false }, reason: null };
  if (simplified.clauses.some((clause) => clause.length === 0)) return contradiction;

  const formula = splitBlocks(variables, simplified.clauses);
  const builder = circuitBuilder();
  const nodeBase = 3 * variables;
  const freeBase = 2 * variables;
  /** What a literal stands for: itself, or a node of itself with what hangs on it. */
  const itemOf = Int32Array.from({ length: freeBase }, (_, literal) => literal);
  const hangs = new Uint8Array(variables);
  const bundle = literalBundler(builder, variables, formula.clauses, itemOf);
  const share = listSharer(builder, variables);
  const freeItem = (variable: number): number =>
    hangs[variable] ? nodeBase + builder.node([[itemOf[2 * variable]!], [itemOf[2 * variable + 1]!]]) : freeBase + variable;
  const write = (literals: readonly number[], free: readonly number[]): number[] =>
    share([...bundle(literals), ...free.map((variable) => ({ variable, item: freeItem(variable) }))]);
  const tick = (): void => {
    if (now() > deadline) throw new OverBudget(`not compiled within ${budget.timeMs} ms`);
    if (builder.size() > budget.items) throw new OverBudget(`larger than ${budget.items} items`);
  };
  try {
    tick();
    const parts = partCompiler(formula.variables, formula.clauses, nodeBase, builder, write, tick);
    if (!parts.satisfiable) return contradiction;
    const root: number[] = [];
    const hanging = new Map<number, Block[]>();
    const attach = (variable: number): void => {
      for (const literal of [2 * variable, 2 * variable + 1]) {
        const items = (hanging.get(variable) ?? []).map((block) =>
          parts.compile(componentOf(block), 2 * block.copy + (literal & 1)),
        );
        if (items.includes(null)) parts.fix(literal ^ 1);
        else
          itemOf[literal] =
            nodeBase + builder.node([share([{ variable, item: literal }, ...asListed(items.flat() as number[], variable)])]);
      }
      hangs[variable] = 1;
    };
    for (const block of formula.blocks) {
      for (const variable of block.variables) if (hanging.has(variable)) attach(variable);
      if (block.cut < 0) root.push(...parts.compile(componentOf(block), -1)!);
      else hanging.set(block.cut, [...(hanging.get(block.cut) ?? []), block]);
    }
    root.push(...write([], formula.free));
    builder.node([root]);
    tick();
    return { circuit: { variables, ...builder.finish(), image, fingerprint, satisfiable: true }, reason: null };
  } catch (error) {
    if (error instanceof OverBudget) return { circuit: null, reason: error.message };
    throw error;
  }
}

const componentOf = (block: Block): { variables: Int32Array; clauses: Int32Array } => ({
  variables: Int32Array.from(block.variables),
  clauses: Int32Array.from(block.long),
});

const asListed = (items: readonly number[], variable: number): { variable: number; item: number }[] =>
  items.map((item) => ({ variable, item }));
