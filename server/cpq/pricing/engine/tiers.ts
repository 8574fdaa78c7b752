/** The one function that prices a quantity by a model: quote, invoice, preview and correction all call it. */
import { add, compare, divide, isZero, multiply, one, type Rational, rational, subtract, zero } from "#platform/rational.ts";
import { roundToInteger } from "#platform/rounding.ts";
import type {
  GraduatedModel,
  PriceModel,
  RatingContext,
  StairStepModel,
  Tier,
  TierRule,
  TierStep,
  VolumeModel,
} from "./models.ts";
import { percentageSteps } from "./percentage.ts";

const hundred = rational(100n);

/** A step whose amount is quantity x unit price + flat fee. */
export function tierStep(rule: TierRule, tier: number, quantity: Rational, unitPrice: Rational, flatFee = zero): TierStep {
  const units = multiply(quantity, unitPrice);
  return { rule, tier, quantity, unitPrice, flatFee, amount: isZero(flatFee) ? units : add(units, flatFee) };
}

/**
 * The exact charge for a quantity (zero or more) under a price model, with the steps that make it up (their amounts add
 * up to `amount`). Major units, nothing rounded. Throws RangeError when the quantity is negative, above the last closed
 * band without an overage price, or when a cost_plus model gets no unit cost.
 */
export function rateTiers(
  model: PriceModel,
  quantity: Rational,
  context: RatingContext = {},
): { amount: Rational; steps: TierStep[] } {
  if (quantity.num < 0n) throw new RangeError("the quantity must not be negative");
  const steps: TierStep[] = [];
  let charged = quantity;
  if (model.freeUnits && model.freeUnits.num > 0n) {
    const free = compare(quantity, model.freeUnits) < 0 ? quantity : model.freeUnits;
    charged = subtract(quantity, free);
    steps.push(tierStep("free_units", 0, free, zero));
  }
  const limited = model.minimum !== undefined || model.maximum !== undefined;
  if (model.kind === "per_unit" && !limited) {
    const step = tierStep("unit", 0, charged, model.unitPrice);
    steps.push(step);
    return { amount: step.amount, steps };
  }
  pushSteps(steps, model, charged, context);
  const amount = sum(steps);
  if (model.minimum && compare(amount, model.minimum) < 0) {
    steps.push(tierStep("minimum", 0, one, zero, subtract(model.minimum, amount)));
    return { amount: model.minimum, steps };
  }
  if (model.maximum && compare(amount, model.maximum) > 0) {
    steps.push(tierStep("maximum", 0, one, zero, subtract(model.maximum, amount)));
    return { amount: model.maximum, steps };
  }
  return { amount, steps };
}

function pushSteps(steps: TierStep[], model: PriceModel, quantity: Rational, context: RatingContext): void {
  switch (model.kind) {
    case "flat":
      steps.push(tierStep("flat", 0, one, zero, model.amount));
      return;
    case "per_unit":
      steps.push(tierStep("unit", 0, quantity, model.unitPrice));
      return;
    case "volume":
      return pushVolume(steps, model, quantity);
    case "graduated":
      return pushGraduated(steps, model, quantity);
    case "package":
      steps.push(tierStep("package", 0, wholePackages(quantity, model.size), model.price));
      return;
    case "stair_step":
      return pushStairStep(steps, model, quantity);
    case "percentage":
      steps.push(...percentageSteps(model, quantity, context));
      return;
    case "cost_plus":
      steps.push(tierStep("cost_plus", 0, quantity, costPlusPrice(model, context.unitCost)));
  }
}

/** The unit price of a cost_plus model: cost x (1 + markup) or cost / (1 - margin). Throws RangeError without a cost. */
export function costPlusPrice(model: PriceModel & { kind: "cost_plus" }, unitCost: Rational | undefined): Rational {
  if (!unitCost) throw new RangeError("a cost_plus price needs a unit cost");
  if (model.marginPercent) return divide(multiply(unitCost, hundred), subtract(hundred, model.marginPercent));
  return divide(multiply(unitCost, add(hundred, model.markupPercent ?? zero)), hundred);
}

const wholePackages = (quantity: Rational, size: Rational): Rational =>
  rational(roundToInteger({ num: quantity.num * size.den, den: quantity.den * size.num }, "up"));

function bandStep(tier: Tier, index: number, quantity: Rational): TierStep {
  if (!tier.packageSize) return tierStep("tier", index + 1, quantity, tier.unitPrice, tier.flatFee);
  return tierStep("package", index + 1, wholePackages(quantity, tier.packageSize), tier.unitPrice, tier.flatFee);
}

const beyond = (upTo: Rational | null, quantity: Rational): boolean => upTo !== null && compare(quantity, upTo) > 0;

function pushVolume(steps: TierStep[], model: VolumeModel, quantity: Rational): void {
  if (quantity.num === 0n && !model.flatFeeAtZero) return;
  let index = 0;
  while (index < model.tiers.length && beyond(model.tiers[index]!.upTo, quantity)) index += 1;
  const tier = model.tiers[index];
  if (!tier) throw aboveLastBand();
  steps.push(bandStep(tier, index, quantity));
}

function pushGraduated(steps: TierStep[], model: GraduatedModel, quantity: Rational): void {
  if (quantity.num === 0n && !model.flatFeeAtZero) return;
  let from = zero;
  for (let index = 0; index < model.tiers.length; index += 1) {
    const tier = model.tiers[index]!;
    const goesOn = beyond(tier.upTo, quantity);
    const end = goesOn ? tier.upTo! : quantity;
    steps.push(bandStep(tier, index, subtract(end, from)));
    if (!goesOn) return;
    from = end;
  }
  if (!model.overageUnitPrice) throw aboveLastBand();
  steps.push(tierStep("overage", 0, subtract(quantity, from), model.overageUnitPrice));
}

function pushStairStep(steps: TierStep[], model: StairStepModel, quantity: Rational): void {
  if (quantity.num === 0n) return;
  const index = model.steps.findIndex((step) => !beyond(step.upTo, quantity));
  if (index >= 0) {
    steps.push(tierStep("block", index + 1, one, zero, model.steps[index]!.price));
    return;
  }
  const last = model.steps.at(-1);
  if (!last?.upTo || !model.overageUnitPrice) throw aboveLastBand();
  steps.push(tierStep("block", model.steps.length, one, zero, last.price));
  steps.push(tierStep("overage", 0, subtract(quantity, last.upTo), model.overageUnitPrice));
}

const aboveLastBand = (): RangeError =>
  new RangeError("the quantity is above the last tier: add an open tier (no upTo) or an overageUnitPrice");

function sum(steps: readonly TierStep[]): Rational {
  let total = zero;
  for (const step of steps) total = add(total, step.amount);
  return total;
}
