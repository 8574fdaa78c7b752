/** What a line is sold at: its chosen price with the contract and rules that go with it. Lines of a product share one. */
import { type Rational, zero } from "#platform/rational.ts";
import type { Price } from "./case.ts";
import type { PriceModel } from "./models.ts";
import { contractedPrice, type Plan } from "./plan.ts";
import type { ChosenPrice } from "./price-list.ts";

/** A price with what is needed to start from it. */
export interface PriceStart {
  readonly price: Price;
  /** The model of the starting amount: a tiered price starts from its first band, as if there were no others. */
  readonly base: PriceModel | null;
  /** Set when the start is quantity x unit price + fee, with nothing more to it. */
  readonly unitPrice: Rational | null;
  readonly fee: Rational;
}

export interface Offer {
  readonly chosen: ChosenPrice;
  readonly plan: Plan;
  readonly list: PriceStart;
  /** The contract's price, when it differs from the price the line starts from. */
  readonly contracted: PriceStart | null;
}

export function offerOf(chosen: ChosenPrice, plan: Plan): Offer {
  const { contract } = plan;
  // A product sold only under contract has no list price: its contract is the start already.
  const startsThere = contract !== null && "price" in contract.terms && contract.terms.price === chosen.price;
  const contracted = contract && !startsThere ? startOf(contractedPrice(contract, chosen.price)) : null;
  return { chosen, plan, list: startOf(chosen.price), contracted };
}

export function startOf(price: Price): PriceStart {
  if (price.kind === "percent_of_total") return { price, base: null, unitPrice: null, fee: zero };
  if (price.kind === "volume" || price.kind === "graduated") {
    const first = { ...price.tiers[0]!, upTo: null };
    const base: PriceModel = { kind: "volume", tiers: [first] };
    return { price, base, unitPrice: first.packageSize ? null : first.unitPrice, fee: first.flatFee };
  }
  const limited = price.freeUnits !== undefined || price.minimum !== undefined || price.maximum !== undefined;
  return { price, base: price, unitPrice: price.kind === "per_unit" && !limited ? price.unitPrice : null, fee: zero };
}
