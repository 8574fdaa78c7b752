/** Percentage prices: a share of the amounts handled, with free transactions and limits per transaction. */
import { add, compare, divide, isZero, multiply, one, type Rational, rational, subtract, zero } from "#platform/rational.ts";
import type { PercentageModel, RatingContext, TierStep } from "./models.ts";

const hundred = rational(100n);
const noFee = zero;

/**
 * The steps of a percentage charge on `charged` (the quantity less the free units). With a list of transactions each one
 * is free while it is among the first `freeTransactions` and the running amount is within `freeUnits`; the part of a
 * transaction beyond the free units is charged.
 */
export function percentageSteps(model: PercentageModel, charged: Rational, context: RatingContext): TierStep[] {
  const rate = divide(model.percent, hundred);
  if (context.transactions) return transactionSteps(model, rate, context.transactions);
  const steps: TierStep[] = [step("percent", charged, rate)];
  if (model.fixedFee && !isZero(charged)) {
    const paying = subtract(context.transactionCount ?? one, model.freeTransactions ?? zero);
    if (paying.num > 0n) steps.push(step("fixed_fee", paying, model.fixedFee));
  }
  return steps;
}

function transactionSteps(model: PercentageModel, rate: Rational, transactions: readonly Rational[]): TierStep[] {
  const steps: TierStep[] = [];
  const counted = model.freeTransactions !== undefined;
  let freeAmount = model.freeUnits ?? null;
  let index = 0n;
  for (const amount of transactions) {
    index += 1n;
    const freeByCount = !counted || compare(rational(index), model.freeTransactions!) <= 0;
    const free = freeByCount ? freePart(amount, freeAmount, counted) : zero;
    if (freeAmount) freeAmount = compare(freeAmount, amount) > 0 ? subtract(freeAmount, amount) : zero;
    const paying = subtract(amount, free);
    if (isZero(paying)) continue;
    const share = step("percent", paying, rate);
    steps.push(share);
    if (model.fixedFee) steps.push(step("fixed_fee", one, model.fixedFee));
    const fee = add(share.amount, model.fixedFee ?? noFee);
    const limited = limit(model, fee);
    if (compare(limited, fee) !== 0) steps.push(step("transaction_limit", one, subtract(limited, fee)));
  }
  return steps;
}

/** How much of one transaction is free: all of it, the part within the free amount left, or nothing. */
function freePart(amount: Rational, left: Rational | null, counted: boolean): Rational {
  if (left === null) return counted ? amount : zero;
  return compare(amount, left) <= 0 ? amount : left;
}

function limit(model: PercentageModel, fee: Rational): Rational {
  if (model.transactionMinimum && compare(fee, model.transactionMinimum) < 0) return model.transactionMinimum;
  if (model.transactionMaximum && compare(fee, model.transactionMaximum) > 0) return model.transactionMaximum;
  return fee;
}

function step(rule: TierStep["rule"], quantity: Rational, unitPrice: Rational): TierStep {
  return { rule, tier: 0, quantity, unitPrice, flatFee: zero, amount: multiply(quantity, unitPrice) };
}
