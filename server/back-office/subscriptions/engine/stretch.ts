import { parseDecimal } from "#platform/rational.ts";
import { boundary, type Grid, gridFor } from "./grid.ts";
import { dateOf, endless } from "./local-time.ts";
import { RatingRefusal } from "./refusal.ts";
import type { Cadence, ItemVersion, LocalText, Terms } from "./types.ts";

/** A piece of an item's life with one price: a version, or one phase of it, on its grid. */
export interface Stretch {
  readonly itemId: string;
  readonly versionId: string;
  readonly from: LocalText;
  readonly to: LocalText;
  readonly terms: Terms;
  readonly phase: string | null;
  readonly percentOff: string;
  readonly grid: Grid;
  /** Why this stretch begins: the item starts, resumes after a gap, changes its version or enters a phase. */
  readonly begins: "start" | "resume" | "change" | "phase";
}

/** The same price, quantity and discount: neighbouring stretches with one key are billed as one. */
export const priceKey = (of: { termsId: string; percentOff: string }): string => `${of.termsId} -${of.percentOff}%`;

const sameRhythm = (a: Terms, b: Terms): boolean =>
  a.cadence.unit === b.cadence.unit &&
  a.cadence.count === b.cadence.count &&
  JSON.stringify(a.anchor) === JSON.stringify(b.anchor);

/** The life of one item, oldest stretch first. Throws RatingRefusal when two versions overlap or run backwards. */
export function stretchesOf(versions: readonly ItemVersion[]): Stretch[] {
  const ordered = versions.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  const itemFrom = ordered[0]?.from ?? endless;
  const stretches: Stretch[] = [];
  let gridFrom = itemFrom;
  let previous: ItemVersion | undefined;
  for (const version of ordered) {
    checkOrder(previous, version);
    if (previous && !sameRhythm(previous.terms, version.terms)) gridFrom = version.from;
    const grid = gridFor(version.terms.anchor, version.terms.cadence, itemFrom, gridFrom);
    const begins = !previous ? "start" : previous.to !== version.from ? "resume" : "change";
    stretches.push(...phasesOf(version, grid, begins));
    previous = version;
  }
  return stretches;
}

function checkOrder(previous: ItemVersion | undefined, version: ItemVersion): void {
  const place = `item ${version.itemId}, version ${version.versionId}`;
  if (version.to !== null && version.to < version.from)
    throw new RatingRefusal(place, `ends (${version.to}) before it begins (${version.from})`);
  if (previous && (previous.to ?? endless) > version.from) {
    throw new RatingRefusal(
      place,
      `begins on ${version.from}, but version ${previous.versionId} runs to ${previous.to ?? "no end"}; end that one first`,
    );
  }
}

function phasesOf(version: ItemVersion, grid: Grid, begins: Stretch["begins"]): Stretch[] {
  const { itemId, versionId, terms } = version;
  const end = version.to ?? endless;
  const phases = version.phases?.length ? version.phases : [{ name: null, percentOff: "0" }];
  const stretches: Stretch[] = [];
  let from = version.from;
  phases.forEach((phase, index) => {
    const place = `item ${itemId}, version ${versionId}, phase ${index + 1}`;
    const off = parseDecimal(phase.percentOff);
    if (off.num < 0n || off.num > 100n * off.den) throw new RatingRefusal(place, "percentOff must be from 0 to 100");
    const until =
      "until" in phase && phase.until ? phase.until : "length" in phase && phase.length ? after(from, phase.length) : endless;
    if (until < from) throw new RatingRefusal(place, `ends (${until}) before it begins (${from})`);
    const to = until < end ? until : end;
    if (from < to || version.from === version.to) {
      stretches.push({
        itemId,
        versionId,
        from,
        to,
        terms,
        phase: phase.name,
        percentOff: phase.percentOff,
        grid,
        begins: index === 0 ? begins : "phase",
      });
    }
    from = to;
  });
  if (from < end)
    stretches.push({ itemId, versionId, from, to: end, terms, phase: null, percentOff: "0", grid, begins: "phase" });
  return stretches;
}

const after = (from: LocalText, length: Cadence): LocalText => boundary({ ...length, anchor: dateOf(from) }, 1);
