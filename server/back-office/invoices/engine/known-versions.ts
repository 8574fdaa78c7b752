import { runMoment } from "#back-office/subscriptions/engine/local-time.ts";
import type { ItemVersion, Terms } from "#back-office/subscriptions/engine/types.ts";
import { formatFraction } from "#platform/rational.ts";
import type { CaseItem, CasePrice, CaseVersion, RatingCase } from "./case.ts";

/** Price, quantity and discount in one text: versions that share it cost the same. */
export const termsIdOf = (version: CaseVersion): string =>
  `${version.priceId} x ${formatFraction(version.quantity)}${Number(version.discountPercent) === 0 ? "" : ` - ${version.discountPercent}%`}`;

/** How a version is billed. */
export const termsOf = (price: CasePrice, version: CaseVersion): Terms => ({
  termsId: termsIdOf(version),
  kind: price.kind,
  cadence: price.cadence,
  anchor: price.anchor,
  timing: price.timing,
  proration: price.proration,
});

/**
 * The versions as they are known on the day of a run: later agreements are not seen yet, an end not yet known is open, and a
 * version still open ends where the next one begins.
 */
export function knownVersions(input: RatingCase, asOf: string): ItemVersion[] {
  const until = runMoment(asOf);
  return input.items.flatMap((item) => versionsKnown(item, until, input.prices));
}

function versionsKnown(item: CaseItem, until: string, prices: ReadonlyMap<string, CasePrice>): ItemVersion[] {
  const known = item.versions
    .filter((version) => version.knownFrom <= until)
    .toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : a.knownFrom < b.knownFrom ? -1 : 1));
  return known.map((version, index) => {
    const ended = version.to !== null && (version.endKnownFrom ?? version.to) <= until ? version.to : null;
    const next = known[index + 1]?.from;
    const to = next !== undefined && (ended === null || ended > next) && !overlaps(version, next) ? next : ended;
    const { id: versionId, from, phases } = version;
    return { itemId: item.id, versionId, from, to, terms: termsOf(prices.get(version.priceId)!, version), phases };
  });
}

/** An end that was agreed beyond the next version's start is a contradiction to refuse, not to mend. */
const overlaps = (version: CaseVersion, next: string): boolean => version.to !== null && version.to > next;
