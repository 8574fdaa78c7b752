import { firstCopies } from "./first-copies.ts";
import type { UsageEvent } from "./types.ts";

/**
 * The events that count at a watermark: each (source, id) once, corrections in place of what they correct, nothing recorded
 * after `watermarkMs`. Any order and any duplication of the input gives the same events (in some order).
 * Copies of one event that differ are a fault upstream; the one recorded first counts, so the answer does not depend on order.
 */
export function acceptedUsage(events: readonly UsageEvent[], watermarkMs = Number.POSITIVE_INFINITY): readonly UsageEvent[] {
  return firstCopies(events, watermarkMs) ?? settled(events, watermarkMs);
}

/** The slow road: copies that differ are decided by `precedes`, corrections take effect. */
function settled(events: readonly UsageEvent[], watermarkMs: number): UsageEvent[] {
  const bySource = new Map<string, Map<string, UsageEvent>>();
  for (const event of events) {
    if (event.recordedAtMs > watermarkMs) continue;
    const source = event.source ?? "";
    const known = bySource.get(source) ?? new Map<string, UsageEvent>();
    bySource.set(source, known);
    const same = known.get(event.id);
    if (same === undefined || precedes(event, same)) known.set(event.id, event);
  }
  const correcting = [...bySource.values()].flatMap((known) =>
    [...known.values()].filter((event) => event.replaces !== undefined),
  );
  for (const lost of replaced(correcting)) bySource.get(lost.source)?.delete(lost.id);
  return [...bySource.values()].flatMap((known) => [...known.values()].filter((event) => !event.voided));
}

/** What corrections take away: every event replaced, and of several corrections of one event all but the last recorded. */
function replaced(correcting: readonly UsageEvent[]): { source: string; id: string }[] {
  const lost: { source: string; id: string }[] = [];
  const last = new Map<string, UsageEvent>();
  for (const event of correcting) {
    if (event.replaces === event.id) continue;
    const source = event.source ?? "";
    const target = `${source} ${event.replaces}`;
    const rival = last.get(target);
    const winner = rival && precedes(event, rival) ? rival : event;
    if (rival) lost.push({ source, id: (winner === event ? rival : event).id });
    last.set(target, winner);
    lost.push({ source, id: event.replaces ?? "" });
  }
  return lost;
}

/** A total order on copies of an event: first recorded, then first happened, then by content. */
function precedes(a: UsageEvent, b: UsageEvent): boolean {
  if (a === b) return false;
  if (a.recordedAtMs !== b.recordedAtMs) return a.recordedAtMs < b.recordedAtMs;
  if (a.atMs !== b.atMs) return a.atMs < b.atMs;
  return content(a) < content(b);
}

const content = (event: UsageEvent): string =>
  JSON.stringify([event.id, event.itemId, event.meter, event.quantity, event.value, event.replaces, event.voided]);
