import type { EngineName } from "../types.ts";
import { type CompiledModel, compileModel } from "../circuit/compile-model.ts";
import type { Budget } from "../circuit/compile.ts";
import { countModels } from "../circuit/count-models.ts";
import type { Model } from "../model/model.ts";
import { prepare } from "../session/prepare.ts";
import { unchosenDomains } from "../session/unchosen-domains.ts";
import { falseOptional } from "./false-optional.ts";
import { redundantRules } from "./redundant-rules.ts";

/** What a catalogue owner must know before publishing. Lists hold feature or rule ids in model order. */
export interface Analysis {
  features: number;
  satisfiable: boolean;
  /** In every valid configuration. */
  core: string[];
  /** In none. */
  dead: string[];
  falseOptional: string[];
  redundantRules: string[];
  /** Exact; null, with the reason, when the model was too hard to compile within the budget. */
  configurations: bigint | null;
  reason: string | null;
  engine: EngineName;
  compileMs: number;
  compiled: CompiledModel;
}

/** Analyses a model for publishing. Everything but the count is exact with or without a circuit. */
export function analyseModel(
  model: Model,
  options: { budget?: Budget; now?: () => number; skipRedundant?: boolean } = {},
): Analysis {
  const compiled = compileModel(model, options.budget, options.now);
  const prepared = prepare(model);
  const possible = unchosenDomains(prepared);
  const named = (test: (literal: number) => boolean): string[] =>
    model.features.filter((feature) => test(prepared.encoded.literals[feature.index]!)).map((feature) => feature.id);
  return {
    features: model.features.length,
    satisfiable: possible !== null,
    core: possible ? named((literal) => possible[literal ^ 1] === 0) : [],
    dead: named((literal) => possible === null || possible[literal] === 0),
    falseOptional: possible ? falseOptional(prepared) : [],
    redundantRules: options.skipRedundant ? [] : redundantRules(model),
    configurations: compiled.circuit ? countModels(compiled.circuit, new Uint8Array(2 * compiled.circuit.variables)) : null,
    reason: compiled.reason,
    engine: compiled.circuit ? "circuit" : "sat",
    compileMs: compiled.compileMs,
    compiled,
  };
}
