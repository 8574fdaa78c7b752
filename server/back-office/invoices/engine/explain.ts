import type { TierStep } from "#cpq/pricing/engine/models.ts";
import { decimalText } from "#platform/money.ts";
import { formatFraction, type Rational, reduce } from "#platform/rational.ts";
import { toFixed } from "#platform/rounding.ts";
import type { Step } from "./types.ts";

/** An exact value as people write it: "12.5" where a decimal is exact, "17/31" where it is not. */
export function exactText(value: Rational): string {
  const { num, den } = reduce(value);
  let left = den;
  let places = 0;
  while (left % 10n === 0n) [left, places] = [left / 10n, places + 1];
  while (left % 5n === 0n) [left, places] = [left / 5n, places + 1];
  while (left % 2n === 0n) [left, places] = [left / 2n, places + 1];
  return left === 1n ? toFixed({ num, den }, places) : formatFraction({ num, den });
}

/** How a price model came to its amount: one step per band, package or limit, and their sum. */
export function priceSteps(kind: string, steps: readonly TierStep[], amount: Rational): Step[] {
  const parts = steps.map((step) => {
    const where = step.tier > 0 ? `${step.rule} ${step.tier}` : step.rule;
    const units = step.unitPrice.num === 0n ? "" : `${exactText(step.quantity)} x ${exactText(step.unitPrice)}`;
    const fee = step.flatFee.num === 0n ? "" : exactText(step.flatFee);
    const formula = [units, fee].filter((part) => part !== "").join(" + ") || `${exactText(step.quantity)} free`;
    return { step: where, formula, value: exactText(step.amount) };
  });
  if (parts.length === 1) return parts;
  return [
    ...parts,
    {
      step: `${kind} price`,
      formula: parts.map(({ value }) => value).join(" + ") || "nothing to charge",
      value: exactText(amount),
    },
  ];
}

/** The step that takes `percent` off an amount. */
export const discountStep = (name: string, percent: string, before: Rational, after: Rational): Step => ({
  step: name,
  formula: `${exactText(before)} - ${percent} %`,
  value: exactText(after),
});

/** The last step of every line: the net in the currency. */
export const netStep = (formula: string, net: bigint, currency: string): Step => ({
  step: "net",
  formula,
  value: decimalText(net, currency),
});
