/** What a customer is expected to bring over the next twelve months, and how that comes about. Pure. */
import { activeBgNbd, type BgNbd, ifActiveBgNbd } from "./engine/bg-nbd.ts";
import { expectedSpending, type GammaGamma } from "./engine/gamma-gamma.ts";
import type { Customer } from "./engine/read-purchases.ts";
import { renewalsAhead, type ShiftedBetaGeometric } from "./engine/shifted-beta-geometric.ts";

/** What was learnt of all customers; null where there is too little to learn from. */
export interface ValueModels {
  readonly renewals: ShiftedBetaGeometric | null;
  /** Times in weeks; amounts in minor units of `currency`. */
  readonly purchases: BgNbd | null;
  readonly spending: (GammaGamma & { readonly currency: string }) | null;
}

/** One part of a value: an amount, how many times it is expected, and what share of it is margin. */
export interface ValueStep {
  readonly key: "renewals" | "purchases";
  /** The subscription; empty for purchases. */
  readonly name: string;
  readonly unitMinor: bigint;
  readonly times: number;
  /** Of renewals: months the subscription has run. Of purchases: the chance that the customer still buys at all. */
  readonly months: number | null;
  readonly alive: number | null;
  /** False where no model could be learnt yet, and a stated assumption stands in for it. */
  readonly learnt: boolean;
  readonly marginMinor: bigint;
}

export interface ValueFacts {
  readonly subscriptions: readonly { readonly name: string; readonly monthlyMinor: bigint; readonly months: number }[];
  /** One-off purchases in weeks, as BG/NBD takes them; null without any. */
  readonly purchases: Customer | null;
  readonly currency: string;
  readonly marginPercent: number;
}

const months = 12;
const weeks = 52;
/** Until enough subscriptions have ended to learn from: 98 of 100 are taken to renew each month. */
const statedRetention = 0.98;
const statedRenewals = Array.from({ length: months }, (_, k) => statedRetention ** (k + 1)).reduce((sum, each) => sum + each, 0);

/** The margin to expect over twelve months, part by part: renewals of each running subscription, and purchases. */
export function expectValue(facts: ValueFacts, models: ValueModels): { expectedMinor: bigint; steps: ValueStep[] } {
  const steps: ValueStep[] = facts.subscriptions.map(({ name, monthlyMinor, months: run }) => {
    const times = models.renewals ? renewalsAhead(models.renewals, run, months) : statedRenewals;
    return {
      key: "renewals",
      name,
      unitMinor: monthlyMinor,
      times,
      months: run,
      alive: null,
      learnt: models.renewals !== null,
      marginMinor: marginOf(monthlyMinor, times, facts),
    };
  });
  const { purchases } = facts;
  const { purchases: buying, spending } = models;
  if (purchases && buying && spending && spending.currency === facts.currency) {
    const spend = expectedSpending(spending, purchases.x, purchases.mean ?? 0);
    if (spend) {
      const alive = activeBgNbd(buying, purchases);
      const times = alive * ifActiveBgNbd(buying, purchases, weeks);
      const unitMinor = BigInt(Math.round(spend.spend));
      steps.push({
        key: "purchases",
        name: "",
        unitMinor,
        times,
        months: null,
        alive,
        learnt: true,
        marginMinor: marginOf(unitMinor, times, facts),
      });
    }
  }
  return { expectedMinor: steps.reduce((sum, step) => sum + step.marginMinor, 0n), steps };
}

/** An estimate in whole minor units: the expected number of times is taken to six digits, the money itself never leaves integers. */
function marginOf(unitMinor: bigint, times: number, { marginPercent }: ValueFacts): bigint {
  const scaled = unitMinor * BigInt(Math.round(times * 1e6)) * BigInt(marginPercent);
  return (scaled + 50_000_000n) / 100_000_000n;
}
