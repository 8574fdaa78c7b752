import { prorateShare } from "#back-office/subscriptions/engine/prorate.ts";
import type { Obligation } from "#back-office/subscriptions/engine/types.ts";
import { rateTiers } from "#cpq/pricing/engine/tiers.ts";
import { currencyExponent } from "#platform/money.ts";
import {
  compare,
  formatFraction,
  isZero,
  multiply,
  one,
  parseDecimal,
  type Rational,
  rational,
  reduce,
} from "#platform/rational.ts";
import type { CasePrice } from "./case.ts";
import { discountStep, exactText, netStep, priceSteps } from "./explain.ts";
import type { InvoiceLine, Step } from "./types.ts";

/** What is left of an amount after a percentage off. */
const less = (amount: Rational, percent: string): Rational => {
  const off = parseDecimal(percent);
  return reduce(multiply(amount, { num: 100n * off.den - off.num, den: 100n * off.den }));
};

/**
 * Rates a recurring or one-off obligation: the price of the whole period for the quantity, less the version's and the phase's
 * discount, times the share served; rounded once, so that the parts of a period add up to it.
 */
export function rateRecurring(
  due: Obligation,
  price: Pick<CasePrice, "model" | "vat" | "unitCost">,
  agreed: { quantity: Rational; discountPercent: string },
  currency: string,
): InvoiceLine {
  const rated = rateTiers(price.model, agreed.quantity, price.unitCost ? { unitCost: price.unitCost } : {});
  const derivation: Step[] = priceSteps(price.model.kind, rated.steps, rated.amount);
  let whole = rated.amount;
  for (const [name, percent] of [
    ["discount", agreed.discountPercent],
    [due.phase ? `phase ${due.phase}` : "phase", due.percentOff],
  ] as const) {
    if (Number(percent) === 0) continue;
    const after = less(whole, percent);
    derivation.push(discountStep(name, percent, whole, after));
    whole = after;
  }
  const minor = multiply(whole, rational(10n ** BigInt(currencyExponent(currency))));
  const { net, share, before, exact } = prorateShare(minor, due.share, due.before);
  if (compare(share, one) !== 0) derivation.push(prorationStep(due, whole, share));
  const formula = isZero(before)
    ? `round ${exactText({ num: exact.num, den: exact.den * 10n ** BigInt(currencyExponent(currency)) })}`
    : `round at ${formatFraction({ num: before.num * share.den + share.num * before.den, den: before.den * share.den })} of the period - round at ${formatFraction(before)}`;
  derivation.push(netStep(formula, net, currency));
  const { key, itemId, kind, reason, versionId, termsId, service, percentOff, proration } = due;
  return {
    key,
    itemId,
    kind,
    reason,
    versionId,
    termsId,
    service,
    percentOff,
    proration,
    quantity: exactText(agreed.quantity),
    net,
    vat: price.vat,
    derivation,
  };
}

const prorationStep = (due: Obligation, whole: Rational, share: Rational): Step => ({
  step: `proration by ${due.proration}`,
  formula: `${exactText(whole)} x ${formatFraction(share)} (${due.service.from} to ${due.service.to} of ${due.period.from} to ${due.period.to})`,
  value: exactText(multiply(whole, share)),
});
