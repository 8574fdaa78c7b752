import type { FeelDateTime, Value } from "./value.ts";

/** Why a value became null: what was missing or did not fit, and where it stands. */
export interface Problem {
  message: string;
  /** The decision, rule or expression it happened in, e.g. `decision "Discount", rule 2`. */
  where: string;
  /** The expression as written. */
  expression?: string;
}

/** One step of a derivation: the decision made, or the rules of a table that fired. */
export interface TraceStep {
  step: "decision" | "table" | "function" | "service";
  name: string;
  value?: Value;
  inputs?: readonly { expression: string; value: Value }[];
  hitPolicy?: string;
  /** Rules that matched, counted from 1, each with what it answers. */
  fired?: readonly {
    rule: number;
    id?: string;
    outputs: readonly Value[];
    annotations?: readonly string[];
    why: readonly string[];
  }[];
}

/** One run: what the engine may know of the outside, and what it notes on its way. */
export interface Evaluation {
  /** Given by the caller: the engine has no clock. */
  readonly now: FeelDateTime | null;
  readonly problems: Problem[];
  readonly trace: TraceStep[] | null;
  /** Where the evaluation stands, for problems. */
  where: string;
  depth: number;
}

/** Functions calling themselves for ever end here, with a problem instead of a crash. */
export const deepest = 500;
const mostProblems = 200;

export const newEvaluation = (given: { now?: FeelDateTime | null; trace?: boolean } = {}): Evaluation => ({
  now: given.now ?? null,
  problems: [],
  trace: given.trace ? [] : null,
  where: "",
  depth: 0,
});

/** Notes why there is no value, and is that absent value. */
export function missing(run: Evaluation, message: string, expression?: string): null {
  if (run.problems.length < mostProblems)
    run.problems.push(expression === undefined ? { message, where: run.where } : { message, where: run.where, expression });
  return null;
}
