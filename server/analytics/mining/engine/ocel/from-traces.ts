import type { AttributeValue, Trace } from "../types.ts";
import type { OcelAttributeType, OcelLog, OcelType } from "./types.ts";

/** An object-centric log of ordinary cases: each case is an object of type `objectType`, each event is about its case. Cases of the same name get a number. */
export function ocelOf(traces: readonly Trace[], objectType = "case"): OcelLog {
  const objectAttributes = new Map<string, OcelAttributeType>();
  const eventAttributes = new Map<string, Map<string, OcelAttributeType>>();
  const log: OcelLog = { objectTypes: [], eventTypes: [], objects: [], events: [] };
  const used = new Set<string>();
  let number = 0;
  for (const trace of traces) {
    const id = unused(trace.case, used);
    const own = Object.entries(trace.attributes ?? {});
    for (const [name, value] of own) widen(objectAttributes, name, value);
    log.objects.push({
      id,
      type: objectType,
      attributes: own.map(([name, value]) => ({ name, time: 0, value })),
      relationships: [],
    });
    for (const [index, type] of trace.activities.entries()) {
      let declared = eventAttributes.get(type);
      if (!declared) eventAttributes.set(type, (declared = new Map()));
      const attributes = Object.entries(trace.eventAttributes?.[index] ?? {});
      for (const [name, value] of attributes) widen(declared, name, value);
      number += 1;
      log.events.push({
        id: `e${number}`,
        type,
        time: trace.times[index]!,
        attributes: attributes.map(([name, value]) => ({ name, value })),
        relationships: [{ objectId: id, qualifier: objectType }],
      });
    }
  }
  log.objectTypes.push({ name: objectType, attributes: listed(objectAttributes) });
  for (const [name, attributes] of eventAttributes) log.eventTypes.push({ name, attributes: listed(attributes) });
  return log;
}

function unused(wanted: string, used: Set<string>): string {
  let id = wanted;
  for (let more = 2; used.has(id); more += 1) id = `${wanted} (${more})`;
  used.add(id);
  return id;
}

const listed = (types: Map<string, OcelAttributeType>): OcelType["attributes"] =>
  [...types].map(([name, type]) => ({ name, type }));

function widen(types: Map<string, OcelAttributeType>, name: string, value: AttributeValue): void {
  const type = typeOf(value);
  const known = types.get(name);
  if (known === undefined || known === type) types.set(name, type);
  else types.set(name, [known, type].every((each) => each === "integer" || each === "float") ? "float" : "string");
}

function typeOf(value: AttributeValue): OcelAttributeType {
  if (value instanceof Date) return "time";
  if (typeof value === "boolean") return "boolean";
  if (typeof value === "number") return Number.isSafeInteger(value) ? "integer" : "float";
  return "string";
}
