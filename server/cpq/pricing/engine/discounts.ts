/** Discounts of a line before the document: family volume, promotions, schedules and the seller's own. */
import { compare, divide, multiply, type Rational, rational, reduce, subtract, zero } from "#platform/rational.ts";
import { roundToInteger } from "#platform/rounding.ts";
import type { DiscountTable, Line, Promotion } from "./case.ts";
import type { Tier } from "./models.ts";
import { amountOf, minus, type Move, moveOf, setTo, times, type Waterfall } from "./moves.ts";
import type { StepName } from "./priced.ts";
import { rateTiers } from "./tiers.ts";

/** 20 (percent) as the factor 4/5. */
export const offFactor = (percent: Rational): Rational =>
  reduce({ num: 100n * percent.den - percent.num, den: 100n * percent.den });

/** A discount table ready for use: the move of each band is made once. */
export interface ReadyTable {
  readonly table: DiscountTable;
  readonly step: StepName;
  /** For percent tables by volume: the move of each band, null where the band gives nothing. */
  readonly bandMoves: readonly (Move | null)[] | null;
}

export function readyTable(table: DiscountTable, step: StepName): ReadyTable {
  const bandMoves =
    table.mode === "volume" && table.unit === "percent"
      ? table.tiers.map((tier) => percentMove(step, table.id, tier.unitPrice))
      : null;
  return { table, step, bandMoves };
}

const percentMove = (step: StepName, rule: string, percent: Rational): Move | null =>
  percent.num === 0n ? null : moveOf(step, rule, "times", offFactor(percent));

/** The percent (or amount a unit) a table gives for a quantity: the band's own, or for graduated the blend over the bands. */
export function tableRate(table: DiscountTable, quantity: Rational): Rational {
  if (table.mode === "volume") return table.tiers[bandOf(table.tiers, quantity)]!.unitPrice;
  return divide(rateTiers({ kind: "graduated", tiers: table.tiers }, quantity).amount, quantity);
}

function bandOf(tiers: readonly Tier[], quantity: Rational): number {
  const last = tiers.length - 1; // The reader makes sure the last band is open.
  for (let i = 0; i < last; i += 1) if (compare(quantity, tiers[i]!.upTo!) <= 0) return i;
  return last;
}

/** The discount of each table on a line; groupRate answers for tables that count all lines in scope together. */
export function applyTables(
  waterfall: Waterfall,
  tables: readonly ReadyTable[],
  quantity: Rational,
  termMonths: Rational,
  groupRate: (table: DiscountTable) => Rational,
): void {
  for (const { table, step, bandMoves } of tables) {
    const count = table.basis === "term_months" ? termMonths : quantity;
    if (bandMoves && !table.acrossLines) {
      const move = bandMoves[bandOf(table.tiers, count)]!;
      if (move) times(waterfall, move);
      continue;
    }
    const rate = table.acrossLines ? groupRate(table) : tableRate(table, count);
    if (rate.num === 0n) continue;
    if (table.unit === "amount") minus(waterfall, step, table.id, multiply(rate, quantity));
    else times(waterfall, groupMove(bandMoves, table, step, rate));
  }
}

/** The shared move of a band's percentage; a blended percentage has a move of its own. */
function groupMove(bandMoves: readonly (Move | null)[] | null, table: DiscountTable, step: StepName, rate: Rational): Move {
  const index = bandMoves ? table.tiers.findIndex((tier) => tier.unitPrice === rate) : -1;
  return bandMoves?.[index] ?? moveOf(step, table.id, "times", offFactor(rate));
}

/** A promotion ready for use; percentages share one move. */
export interface ReadyPromotion {
  readonly promotion: Promotion;
  readonly move: Move | null;
  readonly note: string | null;
}

export function readyPromotion(promotion: Promotion): ReadyPromotion {
  const note = promotion.code === null ? null : `code ${promotion.code}`;
  const { effect, id } = promotion;
  const move = effect.kind === "percentOff" ? moveOf("promotion", id, "times", offFactor(effect.percent), note) : null;
  return { promotion, move, note };
}

/** The best of the promotions that do not stack, then every stackable one. A promotion never raises a price. */
export function applyPromotions(
  waterfall: Waterfall,
  exclusive: readonly ReadyPromotion[],
  stackable: readonly ReadyPromotion[],
  quantity: Rational,
): void {
  if (exclusive.length === 1 && stackable.length === 0 && takeAlone(waterfall, exclusive[0]!, quantity)) return;
  let best: { ready: ReadyPromotion; to: Rational } | null = null;
  for (const ready of exclusive) {
    const to = promoted(ready, amountOf(waterfall), quantity);
    if (compare(to, best?.to ?? amountOf(waterfall)) < 0) best = { ready, to };
  }
  if (best) takePromotion(waterfall, best.ready, best.to);
  for (const ready of stackable) {
    const to = promoted(ready, amountOf(waterfall), quantity);
    if (compare(to, amountOf(waterfall)) < 0) takePromotion(waterfall, ready, to);
  }
}

/** One percentage off needs no comparison: it can only lower the price. */
function takeAlone(waterfall: Waterfall, { promotion, move }: ReadyPromotion, quantity: Rational): boolean {
  if (!move || (promotion.minQuantity && compare(quantity, promotion.minQuantity) < 0)) return false;
  times(waterfall, move);
  return true;
}

function takePromotion(waterfall: Waterfall, { promotion, move, note }: ReadyPromotion, to: Rational): void {
  if (move) times(waterfall, move);
  else setTo(waterfall, "promotion", promotion.id, to, note);
}

/** The amount under a promotion; unchanged when its least quantity is not reached. */
function promoted({ promotion, move }: ReadyPromotion, amount: Rational, quantity: Rational): Rational {
  if (promotion.minQuantity && compare(quantity, promotion.minQuantity) < 0) return amount;
  const { effect } = promotion;
  switch (effect.kind) {
    case "percentOff":
      return multiply(amount, move!.operand);
    case "amountOffPerUnit": {
      const left = subtract(amount, multiply(effect.amount, quantity));
      return left.num < 0n ? zero : left;
    }
    case "unitPrice":
      return multiply(effect.price, quantity);
    case "buyGet": {
      const set = {
        num: effect.buy.num * effect.free.den + effect.free.num * effect.buy.den,
        den: effect.buy.den * effect.free.den,
      };
      const sets = rational(roundToInteger(divide(quantity, set), "down"));
      const paid = subtract(quantity, multiply(sets, effect.free));
      return multiply(amount, divide(paid, quantity));
    }
  }
}

/** Percentages given by sellers, one move for each rule and value. */
export type PercentMoves = Map<Rational, Map<string, Move>>;

function sharedPercent(made: PercentMoves, rule: string, percent: Rational): Move {
  let byRule = made.get(percent);
  if (!byRule) made.set(percent, (byRule = new Map()));
  let move = byRule.get(rule);
  if (!move) byRule.set(rule, (move = moveOf("line_discount", rule, "times", offFactor(percent))));
  return move;
}

/** The seller's own discounts on the line, in the order written. */
export function applyLineDiscounts(waterfall: Waterfall, line: Line, quantity: Rational, made: PercentMoves): void {
  for (const { rule, kind, value } of line.discounts) {
    if (kind === "percent") times(waterfall, sharedPercent(made, rule, value));
    else if (kind === "amountPerUnit") minus(waterfall, "line_discount", rule, multiply(value, quantity));
    else if (kind === "amount") minus(waterfall, "line_discount", rule, value);
    else setTo(waterfall, "line_discount", rule, multiply(value, quantity));
  }
}
