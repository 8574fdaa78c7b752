import type { UsageEvent } from "./types.ts";

/**
 * The events that count at a watermark: each (source, id) once, corrections in place of what they correct, nothing recorded
 * after `watermarkMs`. Any order and any duplication of the input gives the same events (in some order).
 * Copies of one event that differ are a fault upstream; the one recorded first counts, so the answer does not depend on order.
 */
export function acceptedUsage(events: Iterable<UsageEvent>, watermarkMs = Number.POSITIVE_INFINITY): UsageEvent[] {
  const bySource = new Map<string, Map<string, UsageEvent>>();
  const correcting: UsageEvent[] = [];
  for (const event of events) {
    if (event.recordedAtMs > watermarkMs) continue;
    const source = event.source ?? "";
    let known = bySource.get(source);
    if (!known) bySource.set(source, (known = new Map()));
    const same = known.get(event.id);
    if (same === undefined || (same !== event && precedes(event, same))) known.set(event.id, event);
    if (event.replaces !== undefined) correcting.push(event);
  }
  for (const id of replaced(correcting, bySource)) bySource.get(id.source)?.delete(id.id);
  const accepted: UsageEvent[] = [];
  for (const known of bySource.values()) for (const event of known.values()) if (!event.voided) accepted.push(event);
  return accepted;
}

/** What corrections take away: every event replaced, and of several corrections of one event all but the last recorded. */
function replaced(correcting: readonly UsageEvent[], bySource: Map<string, Map<string, UsageEvent>>) {
  const lost: { source: string; id: string }[] = [];
  const last = new Map<string, UsageEvent>();
  for (const event of correcting) {
    const source = event.source ?? "";
    if (bySource.get(source)?.get(event.id) !== event || event.replaces === event.id) continue;
    lost.push({ source, id: event.replaces ?? "" });
    const target = `${source} ${event.replaces}`;
    const rival = last.get(target);
    if (rival && rival !== event) {
      const winner = precedes(rival, event) ? event : rival;
      lost.push({ source, id: (winner === event ? rival : event).id });
      last.set(target, winner);
    } else last.set(target, event);
  }
  return lost;
}

/** A total order on copies of an event: first recorded, then first happened, then by content. */
function precedes(a: UsageEvent, b: UsageEvent): boolean {
  if (a.recordedAtMs !== b.recordedAtMs) return a.recordedAtMs < b.recordedAtMs;
  if (a.atMs !== b.atMs) return a.atMs < b.atMs;
  return content(a) < content(b);
}

const content = (event: UsageEvent): string =>
  JSON.stringify([event.id, event.itemId, event.meter, event.quantity, event.value, event.replaces, event.voided]);
