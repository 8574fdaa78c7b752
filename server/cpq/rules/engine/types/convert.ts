/** The implicit conversions of DMN 10.3.2.9.4, made where a value enters a typed place. */
import { atMidnight } from "../values/temporal.ts";
import { isContext, isKind, isList, type Value } from "../values/value.ts";
import { conforms, type FeelType, settleType } from "./type.ts";

/**
 * The value as one of the type: itself, the only element of its list, a list of itself, or its midnight.
 * Undefined when it can be none (where DMN says null, and we want to say why).
 */
export function convert(value: Value, written: FeelType): Value | undefined {
  if (value === null) return conforms(null, written, false) ? null : undefined;
  const type = settleType(written);
  if (conforms(value, type, false)) return value;
  const inner = innermost(type);
  if (inner.kind === "simple" && inner.name === "date and time" && isKind(value, "date")) {
    const moment = atMidnight(value);
    return conforms(moment, type, false) ? moment : undefined;
  }
  if (isList(value) && value.length === 1 && !isListType(inner)) {
    const element = convert(value[0]!, type);
    if (element !== undefined) return element;
  }
  if (isListType(inner) && !isList(value)) {
    const list = inner.kind === "list" ? convert(value, inner.of) : value;
    if (list !== undefined && conforms([list], type, false)) return [list];
  }
  return convertParts(value, type);
}

const innermost = (type: FeelType): FeelType => (type.kind === "constrained" ? innermost(settleType(type.base)) : type);
const isListType = (type: FeelType): boolean => type.kind === "list" || (type.kind === "some" && type.name === "list");

/** Dates inside lists and contexts become their midnights too. */
function convertParts(value: Value, type: FeelType): Value | undefined {
  const inner = innermost(type);
  if (inner.kind === "list" && isList(value)) {
    const parts = value.map((each) => (each === null ? null : convert(each, inner.of)));
    return parts.every((part) => part !== undefined) && conforms(parts, type, false) ? parts : undefined;
  }
  if (inner.kind === "context" && isContext(value)) {
    const entries = new Map(value);
    for (const [name, of] of inner.entries) {
      const entry = value.get(name);
      if (entry === undefined || entry === null) continue;
      const converted = convert(entry, of);
      if (converted === undefined) return undefined;
      entries.set(name, converted);
    }
    return conforms(entries, type, false) ? entries : undefined;
  }
  return undefined;
}
