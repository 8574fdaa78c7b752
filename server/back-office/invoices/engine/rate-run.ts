import { instantOf, plusDays, runMoment, wallMs } from "#back-office/subscriptions/engine/local-time.ts";
import { obligationsDue } from "#back-office/subscriptions/engine/obligations-due.ts";
import { RatingRefusal } from "#back-office/subscriptions/engine/refusal.ts";
import type { ItemVersion, LocalText } from "#back-office/subscriptions/engine/types.ts";
import { type UsageWindow, usageWindows } from "#back-office/subscriptions/engine/usage-windows.ts";
import { acceptedUsage } from "#back-office/usage/engine/accepted-usage.ts";
import { type CountedWindow, countWindows, type WindowCount } from "#back-office/usage/engine/count-windows.ts";
import type { CaseAdjustment, CasePrice, CaseVersion, RatingCase } from "./case.ts";
import { knownVersions, termsIdOf } from "./known-versions.ts";
import { rateCommitments } from "./rate-commitments.ts";
import { rateAdjustment, rateCredit } from "./rate-credit.ts";
import { rateRecurring } from "./rate-recurring.ts";
import { needsTransactions, rateWindow, reverseWindow, windowName } from "./rate-window.ts";
import type { InvoiceLine } from "./types.ts";

/**
 * The lines one run adds to what is booked: recurring and one-off charges, usage and its corrections, true-ups, adjustments,
 * then credits. Running again with these lines booked adds nothing.
 */
export function rateRun(input: RatingCase, booked: readonly InvoiceLine[], asOf: LocalText): InvoiceLine[] {
  const versions = knownVersions(input, asOf);
  const agreed = agreements(input);
  const due = obligationsDue(versions, { timeZone: input.timeZone }, asOf, booked);
  const added: InvoiceLine[] = [];
  for (const obligation of due) {
    if (obligation.kind === "credit") continue;
    const { price, version } = agreed(obligation);
    added.push(placed(obligation, () => rateRecurring(obligation, price, version, input.currency)));
  }
  added.push(...usageLines(input, versions, booked, asOf, agreed));
  const run = { asOf, timeZone: input.timeZone, currency: input.currency };
  added.push(...rateCommitments(versions, agreed, [...booked, ...added], run));
  added.push(...adjustmentLines(input, [...booked, ...added], asOf));
  for (const obligation of due) {
    if (obligation.kind !== "credit") continue;
    const original = booked.find((line) => line.key === obligation.credits)!;
    added.push(rateCredit(obligation, original, [...booked, ...added], input.currency));
  }
  return added;
}

/** A price model that does not cover a quantity is refused with the item it was agreed for. */
function placed<T>({ itemId, versionId }: { readonly itemId: string; readonly versionId: string }, rate: () => T): T {
  try {
    return rate();
  } catch (error) {
    throw error instanceof RangeError ? new RatingRefusal(`item ${itemId}, version ${versionId}`, error.message) : error;
  }
}

interface Agreement {
  readonly price: CasePrice;
  readonly version: CaseVersion;
  readonly termsId: string;
}
type Agreed = (of: { readonly itemId: string; readonly versionId: string }) => Agreement;

function agreements(input: RatingCase): Agreed {
  const versions = new Map(
    input.items.flatMap((item) => item.versions.map((version) => [windowName(item.id, version.id), version] as const)),
  );
  return ({ itemId, versionId }) => {
    const version = versions.get(windowName(itemId, versionId))!;
    const price = input.prices.get(version.priceId)!;
    return { version, price, termsId: termsIdOf(version) };
  };
}

/** Usage recorded by the end of the run's day (or by its hour) counts in the run. */
export function watermarkOf(asOf: LocalText, timeZone: string): number {
  return asOf.length > 10 ? instantOf(runMoment(asOf), timeZone) : instantOf(plusDays(asOf, 1), timeZone) - 1;
}

function usageLines(
  input: RatingCase,
  versions: readonly ItemVersion[],
  booked: readonly InvoiceLine[],
  asOf: LocalText,
  agreed: Agreed,
): InvoiceLine[] {
  const windows = usageWindows(versions, { timeZone: input.timeZone }, asOf);
  const counts = countUsage(input, windows, asOf, agreed);
  const billed = Map.groupBy(
    booked.filter((line) => line.kind === "usage"),
    (line) => windowName(line.itemId, line.service.from),
  );
  const lines: InvoiceLine[] = [];
  for (const [index, window] of windows.entries()) {
    const { price, version, termsId } = agreed(window);
    const name = windowName(window.itemId, window.window.from);
    const own = {
      window,
      termsId,
      price,
      discountPercent: version.discountPercent,
      count: counts[index]!,
      booked: billed.get(name) ?? [],
    };
    const line = placed(window, () => rateWindow(own, input.currency));
    billed.delete(name);
    if (line) lines.push(line);
  }
  for (const gone of billed.values()) {
    const line = reverseWindow(gone, input.currency);
    if (line) lines.push(line);
  }
  return lines;
}

/**
 * Time in a weighted sum runs by the clock on the wall: every day has 24 hours, so a month in which clocks change divides
 * like any other and agrees with proration by day.
 */
function countUsage(input: RatingCase, windows: readonly UsageWindow[], asOf: LocalText, agreed: Agreed): WindowCount[] {
  const counted = windows.map((window): CountedWindow => {
    const { price } = agreed(window);
    const { fromMs, toMs } = window.window;
    const own = { itemId: window.itemId, fromMs, toMs, aggregation: price.aggregation, keepEvents: needsTransactions(price) };
    return price.meter === undefined ? own : { ...own, meter: price.meter };
  });
  const accepted = acceptedUsage(input.usage, watermarkOf(asOf, input.timeZone));
  return countWindows(counted, accepted, (ms) => wallMs(ms, input.timeZone));
}

function adjustmentLines(input: RatingCase, lines: readonly InvoiceLine[], asOf: LocalText): InvoiceLine[] {
  const until = runMoment(asOf);
  const added: InvoiceLine[] = [];
  input.adjustments.forEach((entry, index) => {
    if (entry.on > until) return;
    const original = lines.find(
      (line) =>
        line.itemId === entry.itemId && line.service.from === entry.serviceFrom && line.credits === undefined && line.net > 0n,
    );
    if (!original)
      throw new RatingRefusal(
        `adjustments[${index}]`,
        `item ${entry.itemId} has no billed line from ${entry.serviceFrom} by ${asOf}`,
      );
    const twins = input.adjustments.slice(0, index).filter((other) => sameAdjustment(other, entry)).length;
    const line = rateAdjustment(entry, original, [...lines, ...added], input.currency, twins);
    if (!lines.some((known) => known.key === line.key)) added.push(line);
  });
  return added;
}

const sameAdjustment = (a: CaseAdjustment, b: CaseAdjustment): boolean =>
  a.itemId === b.itemId && a.serviceFrom === b.serviceFrom && a.on === b.on && a.reason === b.reason;
