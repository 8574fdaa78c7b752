/** The rules that apply to a product, found once per product and not once per line. */
import { divide, multiply, one, type Rational, rational, subtract } from "#platform/rational.ts";
import type { Contract, DiscountTable, Guard, Price, PriceCase, Promotion } from "./case.ts";
import { conversionText, findRate } from "./exchange.ts";
import { type ReadyPromotion, type ReadyTable, readyPromotion, readyTable } from "./discounts.ts";
import { type ReadyGuards, readyGuards } from "./guards.ts";
import type { Conversion, StepName } from "./priced.ts";
import type { CaseIssue } from "./read.ts";
import { convertPrice, scaleModel } from "./scale-model.ts";
import { holdsOn, inScope } from "./scope.ts";

/** Everything but the list price. Amounts are already in the case's currency. */
export interface Plan {
  readonly contract: Contract | null;
  readonly contractNote: string | null;
  readonly familyVolumes: readonly ReadyTable[];
  /** Best of these, then all of `stackable`. */
  readonly promotions: readonly ReadyPromotion[];
  readonly stackable: readonly ReadyPromotion[];
  readonly schedules: readonly ReadyTable[];
  readonly guards: ReadyGuards;
  readonly unitCost: Rational | null;
  readonly taxClass: string | null;
}

const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1);

/**
 * Answers with the rules of a product or family on the case's day. Plans, tables and promotions are made once each, so
 * that lines with the same rules share the same moves. Missing exchange rates are added to `issues`.
 */
export function planner(priceCase: PriceCase, issues: CaseIssue[]): (product: string | null, family: string | null) => Plan {
  const plans = new Map<string, Plan>();
  const tables = new Map<DiscountTable, ReadyTable>();
  const promotions = new Map<Promotion, ReadyPromotion>();
  const missing = new Set<string>();
  const rate: FindRate = (path, id, from) => {
    const found = findRate(priceCase, from, priceCase.currency);
    const message = `"${id}" is in ${from} and there is no exchange rate to ${priceCase.currency}`;
    if (!found && !missing.has(message)) issues.push({ path, message });
    if (!found) missing.add(message);
    return found;
  };
  const ready: Ready = {
    rate,
    table: (table, list, step) =>
      once(tables, table, () => readyTable(convertTable(table, priceCase.currency, list, rate), step)),
    promotion: (promotion) =>
      once(promotions, promotion, () => readyPromotion(convertPromotion(promotion, priceCase.currency, rate))),
  };
  return (product, family) => once(plans, `${product ?? ""}\n${family ?? ""}`, () => makePlan(priceCase, product, family, ready));
}

type FindRate = (list: string, id: string, from: string) => Conversion | null;
interface Ready {
  readonly rate: FindRate;
  readonly table: (table: DiscountTable, list: string, step: StepName) => ReadyTable;
  readonly promotion: (promotion: Promotion) => ReadyPromotion;
}

function once<K, V>(made: Map<K, V>, key: K, make: () => V): V {
  let value = made.get(key);
  if (value === undefined) made.set(key, (value = make()));
  return value;
}

function makePlan(priceCase: PriceCase, product: string | null, family: string | null, ready: Ready): Plan {
  const { currency, customer, date } = priceCase;
  const known = product === null ? undefined : priceCase.products.get(product);
  const touches = (rule: DiscountTable | Promotion | Guard | Contract): boolean =>
    holdsOn(rule.validity, date) && inScope(rule.scope, product, family);
  const contract = bestContract(priceCase, priceCase.contracts.filter(touches), product, family);
  const foreign = contract !== null && "price" in contract.terms && contract.currency !== currency;
  const contractRate = foreign ? ready.rate("contracts", contract.id, contract.currency) : null;
  const promotions = priceCase.promotions
    .filter((promotion) => promotion.code === null || priceCase.promotionCodes.has(promotion.code))
    .filter((promotion) => promotion.segment === null || promotion.segment === customer.segment)
    .filter(touches)
    .toSorted(byId)
    .map(ready.promotion);
  const unitCost = known?.unitCost ? convertCost(known.unitCost, ready.rate("products", known.id, known.costCurrency)) : null;
  const guards = priceCase.guards.filter(touches).map((guard) => convertGuard(guard, currency, ready.rate));
  return {
    contract: contract && contractRate ? withPrice(contract, contractRate.rate) : contract,
    contractNote: contractRate && conversionText(contractRate),
    familyVolumes: priceCase.familyVolumes.filter(touches).map((table) => ready.table(table, "familyVolumes", "family_volume")),
    promotions: promotions.filter(({ promotion }) => !promotion.stackable),
    stackable: promotions.filter(({ promotion }) => promotion.stackable),
    schedules: priceCase.discountSchedules
      .filter(touches)
      .map((table) => ready.table(table, "discountSchedules", "discount_schedule")),
    guards: readyGuards(guards, unitCost),
    unitCost,
    taxClass: known?.taxClass ?? null,
  };
}

const convertCost = (cost: Rational, conversion: Conversion | null): Rational =>
  conversion && conversion.from !== conversion.to ? multiply(cost, conversion.rate) : cost;

function convertTable(table: DiscountTable, currency: string, list: string, rate: FindRate): DiscountTable {
  if (table.unit === "percent" || table.currency === currency) return table;
  const by = rate(list, table.id, table.currency)?.rate ?? one;
  return { ...table, tiers: table.tiers.map((tier) => ({ ...tier, unitPrice: multiply(tier.unitPrice, by) })) };
}

function convertGuard(guard: Guard, currency: string, rate: FindRate): Guard {
  if (guard.limit !== "floorPrice" || guard.currency === currency) return guard;
  const by = rate("guards", guard.id, guard.currency)?.rate ?? one;
  return { ...guard, value: multiply(guard.value, by) };
}

function withPrice(contract: Contract, rate: Rational): Contract {
  if (!("price" in contract.terms)) return contract;
  const price = convertPrice(contract.terms.price, rate);
  return price.kind === "percent_of_total" ? contract : { ...contract, terms: { price } };
}

/** The customer's own contract before a general one, a product's before a family's, the latest first day, then the id. */
function bestContract(
  priceCase: PriceCase,
  contracts: readonly Contract[],
  product: string | null,
  family: string | null,
): Contract | null {
  const score = (contract: Contract): number => {
    if (contract.customer !== null && contract.customer !== priceCase.customer.id) return -1;
    const scope =
      product !== null && contract.scope.products?.has(product)
        ? 2
        : family !== null && contract.scope.families?.has(family)
          ? 1
          : 0;
    return (contract.customer === null ? 0 : 10) + scope;
  };
  const usable = contracts.filter((contract) => score(contract) >= 0);
  const since = (contract: Contract): number => contract.validity.from ?? Number.NEGATIVE_INFINITY;
  return usable.toSorted((a, b) => score(b) - score(a) || compareNumbers(since(b), since(a)) || byId(a, b))[0] ?? null;
}

const compareNumbers = (a: number, b: number): number => (a === b ? 0 : a > b ? 1 : -1);

function convertPromotion(promotion: Promotion, currency: string, rate: FindRate): Promotion {
  const { effect } = promotion;
  if (promotion.currency === currency || effect.kind === "percentOff" || effect.kind === "buyGet") return promotion;
  const by = rate("promotions", promotion.id, promotion.currency)?.rate ?? one;
  if (effect.kind === "unitPrice") return { ...promotion, effect: { ...effect, price: multiply(effect.price, by) } };
  return { ...promotion, effect: { ...effect, amount: multiply(effect.amount, by) } };
}

/** The price under a contract: its own, or the list price less its percentage. */
export function contractedPrice(contract: Contract, list: Price): Price {
  if ("price" in contract.terms) return contract.terms.price;
  const factor = divide(subtract(rational(100n), contract.terms.percentOff), rational(100n));
  if (list.kind === "percent_of_total") return { ...list, percent: multiply(list.percent, factor) };
  return scaleModel(list, factor);
}
