import { obligationKey } from "#back-office/subscriptions/engine/obligation-key.ts";
import { shareOf } from "#back-office/subscriptions/engine/prorate.ts";
import type { Span } from "#back-office/subscriptions/engine/types.ts";
import type { UsageWindow } from "#back-office/subscriptions/engine/usage-windows.ts";
import type { WindowCount } from "#back-office/usage/engine/count-windows.ts";
import { rateUsage } from "#back-office/usage/engine/rate-usage.ts";
import type { Aggregate, UsageEvent } from "#back-office/usage/engine/types.ts";
import type { RatingContext } from "#cpq/pricing/engine/models.ts";
import { decimalText } from "#platform/money.ts";
import { multiply, parseDecimal, type Rational } from "#platform/rational.ts";
import type { CasePrice } from "./case.ts";
import { discountStep, exactText, netStep, priceSteps } from "./explain.ts";
import type { InvoiceLine, Step } from "./types.ts";

/** Everything a usage window is rated from. */
export interface WindowUsage {
  readonly window: UsageWindow;
  readonly termsId: string;
  readonly price: CasePrice;
  readonly discountPercent: string;
  readonly count: WindowCount;
  /** Lines this window already has. */
  readonly booked: readonly InvoiceLine[];
}

/** The line a usage window needs now: its first one, a correction, or null when nothing changed. */
export function rateWindow(input: WindowUsage, currency: string): InvoiceLine | null {
  const { window, price, booked } = input;
  const counted = input.count.aggregate;
  const included = includedIn(price, window);
  const off = combined(input.discountPercent, window.percentOff);
  const rating = rateUsage({
    quantity: counted.quantity,
    model: price.model,
    currency,
    percentOff: off,
    context: contextOf(price, input.count.events),
    booked: booked.map((line) => line.net),
    ...(included ? { included } : {}),
  });
  const first = booked.length === 0;
  if (first ? rating.delta === 0n && counted.events === 0 && counted.quantity.num === 0n : rating.delta === 0n) return null;
  const derivation: Step[] = [countStep(counted, window.window)];
  if (included)
    derivation.push({
      step: "included",
      formula: `${exactText(counted.quantity)} - ${exactText(included)}, not below 0`,
      value: exactText(rating.billable),
    });
  const whole = rating.steps.reduce<Rational>(
    (sum, step) => ({ num: sum.num * step.amount.den + step.amount.num * sum.den, den: sum.den * step.amount.den }),
    { num: 0n, den: 1n },
  );
  derivation.push(...priceSteps(price.model.kind, rating.steps, whole));
  if (Number(off) !== 0) derivation.push(discountStep("discount", off, whole, rating.exact));
  const money = (minor: bigint): string => decimalText(minor, currency);
  derivation.push({ step: "window", formula: `round ${exactText(rating.exact)}`, value: money(rating.cumulative) });
  derivation.push(
    netStep(
      first ? "first line of the window" : `${money(rating.cumulative)} - ${money(rating.booked)} billed before`,
      rating.delta,
      currency,
    ),
  );
  return {
    key: obligationKey(window.itemId, "usage", window.window.from, rating.reason),
    itemId: window.itemId,
    kind: "usage",
    reason: rating.reason,
    versionId: window.versionId,
    termsId: input.termsId,
    service: window.window,
    percentOff: window.percentOff,
    proration: price.proration,
    quantity: exactText(rating.billable),
    net: rating.delta,
    vat: price.vat,
    derivation,
  };
}

function includedIn(price: CasePrice, window: UsageWindow): Rational | undefined {
  if (!price.included || !price.includedProrated) return price.included;
  return multiply(price.included, shareOf(window.window, window.period, price.proration));
}

/** Percentage prices look at each transaction, in the order they happened. */
export const needsTransactions = (price: CasePrice): boolean => price.model.kind === "percentage" && price.aggregation === "sum";

function contextOf(price: CasePrice, events: readonly UsageEvent[]): RatingContext {
  const cost = price.unitCost ? { unitCost: price.unitCost } : {};
  if (!needsTransactions(price)) return cost;
  const ordered = events.toSorted((a, b) => a.atMs - b.atMs || a.recordedAtMs - b.recordedAtMs || (a.id < b.id ? -1 : 1));
  return { ...cost, transactions: ordered.map((event) => parseDecimal(event.quantity)) };
}

/** Two percentages off, one after the other, as one. */
function combined(first: string, second: string): string {
  if (Number(first) === 0) return second;
  if (Number(second) === 0) return first;
  const [a, b] = [parseDecimal(first), parseDecimal(second)];
  const left = { num: (100n * a.den - a.num) * (100n * b.den - b.num), den: 100n * a.den * b.den };
  return exactText({ num: 100n * left.den - left.num, den: left.den });
}

function countStep(counted: Aggregate, window: Span): Step {
  const opening = counted.opening && counted.opening.num !== 0n ? `, opening at ${exactText(counted.opening)}` : "";
  const events = counted.events === 1 ? "1 event" : `${counted.events} events`;
  return {
    step: counted.kind,
    formula: `${events} from ${window.from} to ${window.to}${opening}`,
    value: exactText(counted.quantity),
  };
}

/** The line that takes back a window no version asks for any more. */
export function reverseWindow(lines: readonly InvoiceLine[], currency: string): InvoiceLine | null {
  const last = lines.at(-1);
  const net = -lines.reduce((sum, line) => sum + line.net, 0n);
  if (!last || net === 0n) return null;
  const reason = `correction#${lines.length}`;
  const derivation = [netStep("the window is not part of the service any more; what was billed is given back", net, currency)];
  return { ...last, key: obligationKey(last.itemId, "usage", last.service.from, reason), reason, quantity: "0", net, derivation };
}

export const windowName = (itemId: string, from: string): string => `${itemId} ${from}`;
