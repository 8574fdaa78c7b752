/** Reads what most rules share: the lines they touch and the days they hold. */
import type { Scope, Validity } from "./case.ts";
import * as r from "./read.ts";
import type { Fields, Place, Reading } from "./read.ts";

/** The fields of a rule that has a scope and a validity. */
export const scopeKeys = ["products", "families", "from", "until"];

export function readValidity(reading: Reading, fields: Fields, place: Place): Validity {
  const validity = { from: r.dayIn(reading, fields, place, "from"), until: r.dayIn(reading, fields, place, "until") };
  if (validity.from !== null && validity.until !== null && validity.from > validity.until) {
    r.complain(reading, r.at(place, "until"), "must not be before from");
  }
  return validity;
}

export function textSet(reading: Reading, fields: Fields, place: Place, key: string): ReadonlySet<string> | null {
  if (fields[key] === undefined) return null;
  const items = r.listOf(reading, fields, place, key, (value, itemPlace) => {
    if (typeof value === "string" && value !== "") return value;
    r.complain(reading, itemPlace, "must be a text that is not empty");
    return null;
  });
  return new Set(items);
}

export const readScope = (reading: Reading, fields: Fields, place: Place): Scope => ({
  products: textSet(reading, fields, place, "products"),
  families: textSet(reading, fields, place, "families"),
});
