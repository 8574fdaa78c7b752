import type { UsageEvent } from "./types.ts";

/** Longer probes mean ids made to collide: the caller then takes the slow road, whose tables are proof against it. */
const longestProbe = 128;

/**
 * The events recorded by the watermark, one of each (source, id), in the order they came; null when that alone does not settle
 * it: something is corrected or voided, or copies of one event differ. A flat table of 32-bit hashes keeps a million ids in a
 * few megabytes; a Map of them costs about four times as long.
 */
export function firstCopies(events: readonly UsageEvent[], watermarkMs: number): readonly UsageEvent[] | null {
  let size = 16;
  while (size < events.length * 2) size *= 2;
  const mask = size - 1;
  const hashes = new Int32Array(size);
  const places = new Int32Array(size);
  const kept: UsageEvent[] = [];
  for (const event of events) {
    if (event.recordedAtMs > watermarkMs) continue;
    if (event.replaces !== undefined || event.voided) return null;
    const hash = hashOf(event);
    let slot = hash & mask;
    let probes = 0;
    while (places[slot] !== 0 && !(hashes[slot] === hash && sameEvent(kept[places[slot]! - 1]!, event))) {
      slot = (slot + 1) & mask;
      if (++probes > longestProbe) return null;
    }
    if (places[slot] === 0) {
      hashes[slot] = hash;
      places[slot] = kept.push(event);
    } else if (!alike(kept[places[slot]! - 1]!, event)) return null;
  }
  return kept;
}

/** FNV-1a over the id, mixed once more so that neighbouring ids spread. */
function hashOf({ id }: UsageEvent): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < id.length; index += 1) hash = Math.imul(hash ^ id.charCodeAt(index), 0x01000193);
  return Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) | 0;
}

const sameEvent = (a: UsageEvent, b: UsageEvent): boolean => a.id === b.id && a.source === b.source;

const alike = (a: UsageEvent, b: UsageEvent): boolean =>
  a === b ||
  (a.atMs === b.atMs &&
    a.recordedAtMs === b.recordedAtMs &&
    a.quantity === b.quantity &&
    a.itemId === b.itemId &&
    a.meter === b.meter &&
    a.value === b.value);
