import type { Model } from "../model/model.ts";
import { prepare } from "../session/prepare.ts";
import { unchosenDomains } from "../session/unchosen-domains.ts";
import type { Circuit } from "./circuit.ts";
import { type Budget, compile } from "./compile.ts";
import { simplify } from "./simplify.ts";

export const defaultBudget: Budget = { timeMs: 30_000, items: 20_000_000 };

/** Either the circuit, or why there is none; sessions then search instead, as exactly but without counts. */
export type CompiledModel =
  | { circuit: Circuit; reason: null; compileMs: number }
  | { circuit: null; reason: string; compileMs: number };

/** Compiles a model for publishing. Runs for at most about the budget; best in a worker. */
export function compileModel(
  model: Model,
  budget: Budget = defaultBudget,
  now: () => number = () => performance.now(),
): CompiledModel {
  const start = now();
  const prepared = prepare(model);
  const possible = unchosenDomains(prepared);
  const clauses = prepared.encoded.cnf.groups.flatMap((group) => group.clauses);
  const known: number[] = [];
  if (possible) {
    for (const literal of prepared.visible) {
      if (possible[literal] === 0) known.push(literal ^ 1);
      if (possible[literal ^ 1] === 0) known.push(literal);
    }
  }
  const simplified = simplify(prepared.encoded.cnf.variables, possible ? clauses : [[]], known);
  const compiled = compile(simplified, prepared.encoded.fingerprint, budget, now, start);
  if (compiled.circuit) return { ...compiled, compileMs: now() - start };
  return { circuit: null, reason: compiled.reason, compileMs: now() - start };
}
