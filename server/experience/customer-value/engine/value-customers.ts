import { fitSpending, type SpendingModel } from "./fit-spending.ts";
import type { Customer } from "./read-purchases.ts";
import { type RepeatModel, type RepeatModelId, repeatModels } from "./repeat-models.ts";

export interface Terms {
  /** How far ahead, in the unit of the data. */
  readonly horizon: number;
  /** Rate by which one unit of time makes money worth less; 0 for none. */
  readonly discountPerUnit: number;
  /** Share of the amount that is worth something: the margin; 1 for revenue. */
  readonly margin: number;
}

/** What one customer is expected to bring, and the figures it is made of. */
export interface CustomerValue {
  readonly id: string;
  /** Chance of being active now. */
  readonly alive: number;
  /** Purchases expected within the horizon: alive x ifAlive. */
  readonly expected: number;
  /** Expected amount of a purchase; null when amounts are unknown. */
  readonly spend: number | null;
  /** Discounted margin of the purchases expected; null when amounts are unknown. */
  readonly value: number | null;
  readonly because: Because;
}

/** The derivation of a value. */
export interface Because {
  readonly x: number;
  readonly tx: number;
  readonly T: number;
  readonly ifAlive: number;
  /** The customer's own mean amount, how much it counts, and what all customers spend. */
  readonly ownMean: number | null;
  readonly ownWeight: number | null;
  readonly populationMean: number | null;
  /** Purchases weighted by what discounting leaves of their worth. */
  readonly discounted: number;
}

export interface ValuedCustomers {
  readonly model: RepeatModel;
  readonly spending: SpendingModel | null;
  readonly customers: readonly CustomerValue[];
}

/** Fits one model of repeat purchases, and of amounts where there are any, and values every customer with them. */
export function valueCustomers(customers: readonly Customer[], id: RepeatModelId, terms: Terms): ValuedCustomers {
  const model = repeatModels[id](customers);
  const spending = fitSpending(customers);
  const value = valuer(model, spending, terms);
  return { model, spending, customers: customers.map(value) };
}

/** Values single customers with models fitted before; customers alike are worked out once. */
export function valuer(model: RepeatModel, spending: SpendingModel | null, terms: Terms): (customer: Customer) => CustomerValue {
  const seen = new Map<string, { alive: number; ifAlive: number; discounted: number }>();
  return (customer) => {
    const { id, x, tx, T, mean } = customer;
    const key = `${x}|${tx}|${T}`;
    let ahead = seen.get(key);
    if (!ahead) seen.set(key, (ahead = lookAhead(model, customer, terms)));
    const { alive, ifAlive, discounted } = ahead;
    const amount = spending?.of(customer) ?? null;
    return {
      id,
      alive,
      expected: alive * ifAlive,
      spend: amount?.spend ?? null,
      value: amount ? terms.margin * amount.spend * discounted : null,
      because: {
        x,
        tx,
        T,
        ifAlive,
        ownMean: x > 0 ? mean : null,
        ownWeight: amount?.ownWeight ?? null,
        populationMean: amount?.population ?? null,
        discounted,
      },
    };
  };
}

function lookAhead(model: RepeatModel, customer: Customer, { horizon, discountPerUnit }: Terms) {
  const alive = model.active(customer);
  const ifAlive = model.ifActive(customer, horizon);
  return {
    alive,
    ifAlive,
    discounted: alive * (discountPerUnit === 0 ? ifAlive : worth(model, customer, horizon, discountPerUnit)),
  };
}

/** Purchases of each unit of time, worth less the later they come: sum of (E(k) - E(k-1)) / (1 + d)^k. A part of a unit at the end counts at its end. */
function worth(model: RepeatModel, customer: Customer, horizon: number, discount: number): number {
  let [sum, before] = [0, 0];
  for (let at = Math.min(1, horizon); ; at = Math.min(at + 1, horizon)) {
    const until = model.ifActive(customer, at);
    sum += (until - before) / (1 + discount) ** at;
    before = until;
    if (at >= horizon) return sum;
  }
}
