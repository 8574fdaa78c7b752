/** Reading JSON strictly: every complaint names the place, such as "lines[3].quantity must be a decimal above 0". */
import { parseDecimal, type Rational } from "#platform/rational.ts";
import { parseDay } from "./days.ts";

export interface CaseIssue {
  /** "lines[3].quantity"; "" for the case itself. */
  readonly path: string;
  /** The rest of the sentence: "must be a decimal above 0". */
  readonly message: string;
}

/** The case cannot be priced as written. `issues` lists every place that must change. */
export class CaseError extends Error {
  readonly issues: readonly CaseIssue[];
  constructor(issues: readonly CaseIssue[]) {
    super(issues.map((issue) => `${issue.path} ${issue.message}`.trim()).join("\n"));
    this.name = "CaseError";
    this.issues = issues;
  }
}

/** A place in the JSON, kept as a chain so that the text is built only for a complaint. */
export interface Place {
  readonly parent: Place | null;
  readonly key: string | number;
}
export const root: Place = { parent: null, key: "" };
export const at = (parent: Place, key: string | number): Place => ({ parent, key });

/** "priceLists[0].prices[2].price" */
export function pathOf(place: Place): string {
  if (place.parent === null) return "";
  const before = pathOf(place.parent);
  if (typeof place.key === "number") return `${before}[${place.key}]`;
  return before === "" ? place.key : `${before}.${place.key}`;
}

/** What one reading gathers: complaints, and decimals already parsed. */
export interface Reading {
  readonly issues: CaseIssue[];
  readonly decimals: Map<string, Rational>;
}
export const startReading = (): Reading => ({ issues: [], decimals: new Map() });

/** Stops listing after this many complaints; a broken export would otherwise fill the screen. */
const issueLimit = 100;

export function complain(reading: Reading, place: Place, message: string): void {
  if (reading.issues.length < issueLimit) reading.issues.push({ path: pathOf(place), message });
}

export type Fields = Record<string, unknown>;

/** The object at a place, or null with a complaint. Fields not in `known` are refused: a typo must not change a price. */
export function objectAt(reading: Reading, value: unknown, place: Place, known: ReadonlySet<string>): Fields | null {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    complain(reading, place, "must be an object");
    return null;
  }
  for (const key in value) {
    if (!known.has(key)) complain(reading, at(place, key), `is not known here; known: ${[...known].join(", ")}`);
  }
  return value as Fields;
}

/** The list under a key ([] when absent), each item read with its place. Items that read as null are dropped (complained of). */
export function listOf<T>(
  reading: Reading,
  fields: Fields,
  place: Place,
  key: string,
  readItem: (value: unknown, place: Place) => T | null,
): T[] {
  const value = fields[key];
  if (value === undefined) return [];
  if (!Array.isArray(value)) {
    complain(reading, at(place, key), "must be a list");
    return [];
  }
  const listPlace = at(place, key);
  const items: T[] = [];
  for (let i = 0; i < value.length; i += 1) {
    const item = readItem(value[i], at(listPlace, i));
    if (item !== null) items.push(item);
  }
  return items;
}

export type Bound = "any" | "zero_or_more" | "above_zero" | "percent";
const boundText: Record<Bound, string> = {
  any: 'must be a decimal as text, such as "12.50"',
  zero_or_more: 'must be a decimal of 0 or more as text, such as "12.50"',
  above_zero: "must be a decimal above 0",
  percent: 'must be a percentage from 0 to 100 as text, such as "12.5"',
};

/** The decimal under a key; undefined when absent, undefined with a complaint when it is not one or out of bounds. */
export function decimalIn(reading: Reading, fields: Fields, place: Place, key: string, bound: Bound): Rational | undefined {
  const value = fields[key];
  return value === undefined ? undefined : decimalAt(reading, value, at(place, key), bound);
}

export function decimalAt(reading: Reading, value: unknown, place: Place, bound: Bound): Rational | undefined {
  const parsed = parse(reading, value);
  if (parsed !== undefined && within(parsed, bound)) return parsed;
  const unsafe = typeof value === "number" && parsed === undefined;
  complain(reading, place, unsafe ? `${boundText[bound]}: write it as text, a JSON number loses digits` : boundText[bound]);
  return undefined;
}

function parse(reading: Reading, value: unknown): Rational | undefined {
  if (typeof value === "number") return Number.isSafeInteger(value) ? { num: BigInt(value), den: 1n } : undefined;
  if (typeof value !== "string") return undefined;
  const known = reading.decimals.get(value);
  if (known) return known;
  try {
    const parsed = parseDecimal(value);
    reading.decimals.set(value, parsed);
    return parsed;
  } catch {
    return undefined; // The caller complains with the place, which parseDecimal does not know.
  }
}

function within(value: Rational, bound: Bound): boolean {
  if (bound === "any") return true;
  if (bound === "above_zero") return value.num > 0n;
  if (bound === "percent" && value.num > value.den * 100n) return false;
  return value.num >= 0n;
}

/** The decimal under a key, with a complaint when it is missing. The stand-in keeps reading going; the case is refused. */
export function needDecimal(reading: Reading, fields: Fields, place: Place, key: string, bound: Bound): Rational {
  if (fields[key] === undefined) complain(reading, at(place, key), `is missing and ${boundText[bound]}`);
  return decimalIn(reading, fields, place, key, bound) ?? { num: 1n, den: 1n };
}

export function textIn(reading: Reading, fields: Fields, place: Place, key: string): string | undefined {
  const value = fields[key];
  if (value === undefined) return undefined;
  if (typeof value === "string" && value !== "") return value;
  complain(reading, at(place, key), "must be a text that is not empty");
  return undefined;
}

export function needText(reading: Reading, fields: Fields, place: Place, key: string): string {
  if (fields[key] === undefined) complain(reading, at(place, key), "is missing and must be a text that is not empty");
  return textIn(reading, fields, place, key) ?? "?";
}

export function flagIn(reading: Reading, fields: Fields, place: Place, key: string): boolean {
  const value = fields[key];
  if (value === undefined || typeof value === "boolean") return value === true;
  complain(reading, at(place, key), "must be true or false");
  return false;
}

export function wholeIn(
  reading: Reading,
  fields: Fields,
  place: Place,
  key: string,
  min: number,
  max: number,
): number | undefined {
  const value = fields[key];
  if (value === undefined) return undefined;
  if (typeof value === "number" && Number.isInteger(value) && value >= min && value <= max) return value;
  complain(reading, at(place, key), `must be a whole number from ${min} to ${max}`);
  return undefined;
}

export function choiceIn<T extends string>(
  reading: Reading,
  fields: Fields,
  place: Place,
  key: string,
  choices: readonly T[],
): T | undefined {
  const value = fields[key];
  if (value === undefined) return undefined;
  if (choices.includes(value as T)) return value as T;
  complain(reading, at(place, key), `must be one of ${choices.join(", ")}`);
  return undefined;
}

export function dayIn(reading: Reading, fields: Fields, place: Place, key: string): number | null {
  const value = fields[key];
  if (value === undefined) return null;
  const day = typeof value === "string" ? parseDay(value) : null;
  if (day === null) complain(reading, at(place, key), 'must be a day such as "2026-03-01"');
  return day;
}

export function currencyIn(reading: Reading, fields: Fields, place: Place, key: string): string | undefined {
  const value = fields[key];
  if (value === undefined) return undefined;
  if (typeof value === "string" && /^[A-Z]{3}$/.test(value)) return value;
  complain(reading, at(place, key), 'must be an ISO 4217 currency code such as "EUR"');
  return undefined;
}

/** Complains unless exactly one of the fields is given; returns which. */
export function exactlyOne<T extends string>(reading: Reading, fields: Fields, place: Place, keys: readonly T[]): T | null {
  const given = keys.filter((key) => fields[key] !== undefined);
  if (given.length === 1) return given[0]!;
  complain(reading, place, `must have exactly one of ${keys.join(", ")}`);
  return null;
}
