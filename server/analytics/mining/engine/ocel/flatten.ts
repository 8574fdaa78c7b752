import { LogError } from "../log-error.ts";
import { tracesOf } from "../traces.ts";
import type { Attributes, LogEvent, Trace } from "../types.ts";
import type { OcelLog } from "./types.ts";

/** A type of object of a log, how many there are and in how many events at least one takes part. */
export interface ObjectTypeCount {
  objectType: string;
  objects: number;
  events: number;
}

/** The types of object of a log, the one that takes part in the most events first (names decide ties). */
export function objectTypesOf(log: OcelLog): ObjectTypeCount[] {
  const typeOf = new Map(log.objects.map(({ id, type }) => [id, type]));
  const counts = new Map<string, ObjectTypeCount>();
  const of = (objectType: string): ObjectTypeCount => {
    const known = counts.get(objectType) ?? { objectType, objects: 0, events: 0 };
    counts.set(objectType, known);
    return known;
  };
  for (const { name } of log.objectTypes) of(name);
  for (const { type } of log.objects) of(type).objects += 1;
  for (const { relationships } of log.events) {
    const types = new Set(relationships.flatMap(({ objectId }) => typeOf.get(objectId) ?? []));
    for (const type of types) of(type).events += 1;
  }
  return [...counts.values()].sort((a, b) => b.events - a.events || (a.objectType < b.objectType ? -1 : 1));
}

/**
 * The log as seen by the objects of one type: each object is a case, with all events it takes part in, in the order of time. An
 * event about several objects is in the case of each, once. Refuses (LogError) a type that is not there.
 */
export function flatten(log: OcelLog, objectType: string, options: { keepAttributes?: boolean | undefined } = {}): Trace[] {
  const own = new Map(log.objects.filter(({ type }) => type === objectType).map((each) => [each.id, each]));
  if (own.size === 0) {
    const there = objectTypesOf(log).map((each) => `${each.objectType} (${each.objects})`);
    throw new LogError(null, `there is no object of type "${objectType}". There are: ${there.join(", ") || "none"}`);
  }
  const events: LogEvent[] = [];
  for (const { type, time, attributes, relationships } of log.events) {
    for (const id of new Set(relationships.map(({ objectId }) => objectId))) {
      if (!own.has(id)) continue;
      const event: LogEvent = { case: id, activity: type, time };
      if (options.keepAttributes) event.attributes = Object.fromEntries(attributes.map(({ name, value }) => [name, value]));
      events.push(event);
    }
  }
  const traces = tracesOf(events);
  if (options.keepAttributes)
    for (const trace of traces) {
      const latest = [...own.get(trace.case)!.attributes].sort((a, b) => a.time - b.time);
      trace.attributes = Object.fromEntries(latest.map(({ name, value }) => [name, value])) as Attributes;
    }
  return traces;
}
