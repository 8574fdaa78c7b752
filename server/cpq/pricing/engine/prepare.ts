/** Before a line is priced: which price, which contract, which rules. */
import type { Rational } from "#platform/rational.ts";
import type { DiscountTable, Line, PriceCase, Scope } from "./case.ts";
import { tableRate } from "./discounts.ts";
import { type Offer, offerOf } from "./offer.ts";
import { type Plan, planner } from "./plan.ts";
import { type ChosenPrice, choosePrice, type NoPrice, rankLists } from "./price-list.ts";
import { CaseError, type CaseIssue } from "./read.ts";
import { inScope } from "./scope.ts";
import { sumExact } from "./sum-exact.ts";
import type { Per } from "./types.ts";
import type { Prepared } from "./waterfall.ts";

/** Chooses price and rules of every line; lines of one product and period share their offer. Throws CaseError. */
export function prepareLines(read: PriceCase): Prepared[] {
  const issues: CaseIssue[] = [];
  const ranked = rankLists(read);
  const offers = new Map<string | null, KnownOffer[]>(); // By product; no key text is built per line.
  const planFor = planner(read, issues);
  const prepared: Prepared[] = [];
  for (const line of read.lines) {
    const family = line.family ?? (line.product === null ? null : (read.products.get(line.product)?.family ?? null));
    const known = knownOffer(offers.get(line.product), family, line.per);
    const plan = known?.plan ?? planFor(line.product, family);
    const offer = line.price || !known ? makeOffer(read, ranked, line, plan) : known.offer;
    if (!line.price && !known) {
      const others = offers.get(line.product) ?? [];
      others.push({ family, per: line.per, plan, offer });
      offers.set(line.product, others);
    }
    const unitCost = line.unitCost ?? plan.unitCost;
    const wrong = "message" in offer ? offer : lineProblem(line, offer, unitCost);
    if (wrong) issues.push({ path: `lines[${line.index}].${wrong.field}`, message: wrong.message });
    else if (!("message" in offer)) prepared.push({ line, family, offer, unitCost });
  }
  if (issues.length > 0) throw new CaseError(issues.slice(0, 100));
  return prepared;
}

interface KnownOffer {
  readonly family: string | null;
  readonly per: Per | null;
  readonly plan: Plan;
  readonly offer: Offer | NoPrice;
}

function knownOffer(offers: readonly KnownOffer[] | undefined, family: string | null, per: Per | null): KnownOffer | null {
  if (offers) for (const known of offers) if (known.family === family && known.per === per) return known;
  return null;
}

function makeOffer(read: PriceCase, ranked: ReturnType<typeof rankLists>, line: Line, plan: Plan): Offer | NoPrice {
  const chosen = chooseLinePrice(read, ranked, line, plan);
  return "message" in chosen ? chosen : offerOf(chosen, plan);
}

function chooseLinePrice(read: PriceCase, ranked: ReturnType<typeof rankLists>, line: Line, plan: Plan): ChosenPrice | NoPrice {
  if (line.price) return { rule: "line price", note: null, per: line.per ?? "once", price: line.price };
  if (line.product === null)
    return { field: "product", message: "is missing, and so are price and unitPrice: the line has no price" };
  const chosen = choosePrice(read, ranked, line.product, line.per);
  if (!("message" in chosen) || !plan.contract || !("price" in plan.contract.terms)) return chosen;
  return {
    rule: `contract ${plan.contract.id}`,
    note: plan.contractNote,
    per: line.per ?? "once",
    price: plan.contract.terms.price,
  };
}

function lineProblem(
  line: Line,
  { chosen, list, contracted }: Offer,
  unitCost: Rational | null,
): { field: string; message: string } | null {
  if (chosen.per === "once" && line.term)
    return { field: "term", message: "needs a recurring price: set per to month, year ..." };
  if (chosen.per === "once" && line.ramp.length > 0)
    return { field: "ramp", message: "needs a recurring price: set per to month, year ..." };
  const costPlus = list.price.kind === "cost_plus" || contracted?.price.kind === "cost_plus";
  if (costPlus && !unitCost) return { field: "unitCost", message: "is missing: a cost_plus price needs it" };
  return null;
}

/** The rate of every table that counts all lines in its scope together, worked out when first asked for. */
export function groupRates(prepared: readonly Prepared[]): (table: DiscountTable) => Rational {
  const rates = new Map<Scope, Rational>(); // A scope belongs to one table, and stays the same object when it is converted.
  return (table) => {
    let rate = rates.get(table.scope);
    if (!rate) {
      const counted = prepared.filter((one) => inScope(table.scope, one.line.product, one.family));
      rates.set(table.scope, (rate = tableRate(table, sumExact(counted.map((one) => one.line.quantity)))));
    }
    return rate;
  };
}
