import { LogError } from "../log-error.ts";
import type { AttributeValue } from "../types.ts";
import type { OcelLog } from "./types.ts";

/** OCEL 2.0 JSON of a log, a line an object or event, in parts to be written one after another. Refuses (LogError) an event without time: OCEL demands one. */
export function* writeOcelJson(log: OcelLog): Generator<string> {
  yield `{"objectTypes":${JSON.stringify(log.objectTypes)},\n"eventTypes":${JSON.stringify(log.eventTypes)},\n"objects":[`;
  yield* lines(log.objects, (each) => ({
    ...each,
    attributes: each.attributes.map(({ name, time, value }) => ({ name, time: instant(time), value: plain(value) })),
  }));
  yield `],\n"events":[`;
  yield* lines(log.events, (each) => ({
    ...each,
    time: eventTime(each),
    attributes: each.attributes.map(({ name, value }) => ({ name, value: plain(value) })),
  }));
  yield "]}\n";
}

/** The time of an event as OCEL wants it. */
export function eventTime(event: { id: string; type: string; time: number }): string {
  if (Number.isNaN(event.time)) throw new LogError(null, `event ${event.id} ("${event.type}") has no time, which OCEL demands`);
  return instant(event.time);
}

export const instant = (time: number): string => new Date(time).toISOString();
const plain = (value: AttributeValue): string | number | boolean => (value instanceof Date ? value.toISOString() : value);

function* lines<T>(each: readonly T[], shape: (item: T) => unknown): Generator<string> {
  for (const [index, item] of each.entries()) yield `${index === 0 ? "\n" : ",\n"}${JSON.stringify(shape(item))}`;
}
