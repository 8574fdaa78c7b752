/**
 * Moves: what is done to an amount. Pricing itself only works out amounts; the derivation of a line is the same code run
 * again with a record, so ten thousand lines cost no more than their arithmetic and every line can still say why.
 */
import { add, multiply, one, type Rational, rational, reduce, subtract, zero } from "#platform/rational.ts";
import { type RoundingPolicy, roundToInteger } from "#platform/rounding.ts";
import type { PriceModel, RatingContext } from "./models.ts";
import type { Step, StepName } from "./priced.ts";
import { rateTiers } from "./tiers.ts";

/** A price model and the quantity it was given: enough to show its bands again. */
export interface Rated {
  readonly model: PriceModel;
  readonly quantity: Rational;
  readonly context: RatingContext;
}

export interface Move {
  readonly step: StepName;
  /** Which price list, contract, promotion ... made the move; for "round", the rounding policy. */
  readonly rule: string;
  /** As in Step; "prorate" adds `operand` periods of the amount before the term. */
  readonly operation: "set" | "times" | "minus" | "round" | "prorate";
  readonly operand: Rational;
  readonly rated: Rated | null;
  readonly note: string | null;
}

export const moveOf = (
  step: StepName,
  rule: string,
  operation: Move["operation"],
  operand: Rational,
  note: string | null = null,
  rated: Rated | null = null,
): Move => ({ step, rule, operation, operand, rated, note });

/** Moves that multiply, one after the other, and their product. Lines with the same discounts share one chain. */
export interface Chain {
  readonly moves: readonly Move[];
  readonly factor: Rational;
  readonly next: Map<Move, Chain>;
}
export const startChain = (): Chain => ({ moves: [], factor: one, next: new Map() });

function chainOn(chain: Chain, move: Move): Chain {
  let next = chain.next.get(move);
  if (!next) {
    next = { moves: [...chain.moves, move], factor: reduce(multiply(chain.factor, move.operand)), next: new Map() };
    chain.next.set(move, next);
  }
  return next;
}

/** The amount of one period on its way. Read it with `amountOf`: a chain may be pending. */
export interface Waterfall {
  settled: Rational;
  pending: Chain;
  readonly root: Chain;
  /** Where moves are written down, when somebody asked why. */
  readonly record: Move[] | null;
}

/** The exact amount so far. */
export function amountOf(waterfall: Waterfall): Rational {
  if (waterfall.pending !== waterfall.root) {
    waterfall.settled = multiply(waterfall.settled, waterfall.pending.factor);
    waterfall.record?.push(...waterfall.pending.moves);
    waterfall.pending = waterfall.root;
  }
  return waterfall.settled;
}

export function setTo(
  waterfall: Waterfall,
  step: StepName,
  rule: string,
  amount: Rational,
  note: string | null = null,
  rated: Rated | null = null,
): void {
  amountOf(waterfall);
  waterfall.record?.push(moveOf(step, rule, "set", amount, note, rated));
  waterfall.settled = amount;
}

/** Multiplies by a move that other lines share. */
export function times(waterfall: Waterfall, move: Move): void {
  waterfall.pending = chainOn(waterfall.pending, move);
}

/** Multiplies by a move of this line's own. */
export function scaleBy(waterfall: Waterfall, move: Move): void {
  waterfall.settled = multiply(amountOf(waterfall), move.operand);
  waterfall.record?.push(move);
}

/** Takes an amount off, but never below zero: the move keeps what was really taken. */
export function minus(waterfall: Waterfall, step: StepName, rule: string, amount: Rational): void {
  const before = amountOf(waterfall);
  const num = before.num * amount.den - amount.num * before.den;
  waterfall.record?.push(moveOf(step, rule, "minus", num < 0n ? before : amount));
  waterfall.settled = num < 0n ? zero : { num, den: before.den * amount.den };
}

/** A named rounding point: to the nearest multiple of `unit`. */
export function round(waterfall: Waterfall, step: StepName, policy: RoundingPolicy, unit: Rational): void {
  const before = amountOf(waterfall);
  waterfall.record?.push(moveOf(step, policy, "round", unit));
  waterfall.settled = roundTo(before, unit, policy);
}

export function roundTo(value: Rational, unit: Rational, policy: RoundingPolicy): Rational {
  const count = roundToInteger({ num: value.num * unit.den, den: value.den * unit.num }, policy);
  return rational(count * unit.num, unit.den);
}

/** The whole derivation: every move with the amounts before and after it, and the bands of tiered prices. */
export function stepsFrom(moves: readonly Move[]): Step[] {
  const steps: Step[] = [];
  let from = zero;
  for (const { step, rule, operation, operand, rated, note } of moves) {
    const tiers = rated && rateTiers(rated.model, rated.quantity, rated.context).steps;
    const base = { step, rule, from, tiers, note };
    const done = follow(from, operation, operand, rule, termBase(steps, from));
    steps.push({ ...base, ...done });
    from = done.to;
  }
  return steps;
}

/** The amount of one period: what the term multiplied, or the amount itself where there was no term. */
const termBase = (steps: readonly Step[], amount: Rational): Rational => {
  const last = steps.at(-1);
  return last?.step === "term" ? last.from : amount;
};

function follow(
  from: Rational,
  operation: Move["operation"],
  operand: Rational,
  rule: string,
  period: Rational,
): Pick<Step, "operation" | "operand" | "to"> {
  switch (operation) {
    case "set":
      return { operation, operand, to: operand };
    case "times":
      return { operation, operand, to: multiply(from, operand) };
    case "minus":
      return { operation, operand, to: subtract(from, operand) };
    case "round":
      return { operation, operand, to: roundTo(from, operand, rule as RoundingPolicy) };
    case "prorate": {
      const added = multiply(period, operand);
      return { operation: "plus", operand: added, to: add(from, added) };
    }
  }
}
