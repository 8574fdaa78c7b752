import type { LocalText } from "./types.ts";

/** A bare from-to in local texts, for set arithmetic. */
export interface Interval {
  readonly from: LocalText;
  readonly to: LocalText;
}

const earlier = (a: LocalText, b: LocalText): LocalText => (a < b ? a : b);
const later = (a: LocalText, b: LocalText): LocalText => (a > b ? a : b);

/** What two intervals share, or null. */
export function intersect(a: Interval, b: Interval): Interval | null {
  const from = later(a.from, b.from);
  const to = earlier(a.to, b.to);
  return from < to ? { from, to } : null;
}

/** The parts of `whole` that none of `holes` covers, oldest first. */
export function without(whole: Interval, holes: readonly Interval[]): Interval[] {
  let parts: Interval[] = whole.from < whole.to ? [{ from: whole.from, to: whole.to }] : [];
  for (const hole of holes) {
    parts = parts.flatMap((part) => {
      const shared = intersect(part, hole);
      if (!shared) return [part];
      return [
        { from: part.from, to: shared.from },
        { from: shared.to, to: part.to },
      ].filter((piece) => piece.from < piece.to);
    });
  }
  return parts;
}
