/** The same price model at another level: converted to another currency, or a percentage off. */
import { add, multiply, type Rational, rational, subtract } from "#platform/rational.ts";
import type { Price } from "./case.ts";
import type { ModelLimits, PriceModel } from "./models.ts";
import { spread } from "./read-model.ts";

const hundred = rational(100n);

/** Every price and fee of a model times `factor`; quantities, free units and bands stay. */
export function scaleModel(model: PriceModel, factor: Rational): PriceModel {
  const by = (value: Rational): Rational => multiply(value, factor);
  const maybe = (value: Rational | undefined): Rational | undefined => value && by(value);
  const limits: ModelLimits = {
    ...spread("freeUnits", model.freeUnits),
    ...spread("minimum", maybe(model.minimum)),
    ...spread("maximum", maybe(model.maximum)),
  };
  switch (model.kind) {
    case "flat":
      return { ...model, ...limits, amount: by(model.amount) };
    case "per_unit":
      return { ...model, ...limits, unitPrice: by(model.unitPrice) };
    case "volume":
    case "graduated": {
      const tiers = model.tiers.map((tier) => ({ ...tier, unitPrice: by(tier.unitPrice), flatFee: by(tier.flatFee) }));
      const overage = model.kind === "graduated" ? spread("overageUnitPrice", maybe(model.overageUnitPrice)) : {};
      return { ...model, ...limits, ...overage, tiers };
    }
    case "package":
      return { ...model, ...limits, price: by(model.price) };
    case "stair_step": {
      const steps = model.steps.map((step) => ({ ...step, price: by(step.price) }));
      return { ...model, ...limits, ...spread("overageUnitPrice", maybe(model.overageUnitPrice)), steps };
    }
    case "percentage":
      return {
        ...model,
        ...limits,
        percent: by(model.percent),
        ...spread("fixedFee", maybe(model.fixedFee)),
        ...spread("transactionMinimum", maybe(model.transactionMinimum)),
        ...spread("transactionMaximum", maybe(model.transactionMaximum)),
      };
    case "cost_plus": {
      // cost x (1 + markup) x factor is cost plus another markup; a margin is a markup of m / (100 - m).
      const whole = model.marginPercent
        ? { num: 100n * 100n * model.marginPercent.den, den: 100n * model.marginPercent.den - model.marginPercent.num }
        : add(hundred, model.markupPercent ?? rational(0n));
      return { kind: "cost_plus", ...limits, markupPercent: subtract(by(whole), hundred) };
    }
  }
}

/**
 * A price converted at an exchange rate. Shares of other lines and of costs need no conversion; a percentage of amounts
 * handled keeps its percent, only its fees are converted.
 */
export function convertPrice(price: Price, rate: Rational): Price {
  if (price.kind === "percent_of_total") return price;
  if (price.kind === "percentage") return { ...scaleModel(price, rate), percent: price.percent } as PriceModel;
  if (price.kind === "cost_plus") return { ...scaleModel(price, rate), ...markupOf(price) } as PriceModel;
  return scaleModel(price, rate);
}

const markupOf = (price: PriceModel & { kind: "cost_plus" }) => {
  if (price.markupPercent) return { markupPercent: price.markupPercent };
  const margin = price.marginPercent!;
  return { markupPercent: rational(100n * margin.num, 100n * margin.den - margin.num) };
};
