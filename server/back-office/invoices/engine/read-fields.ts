import { checkTimeZone, endless, plusDays, readMoment } from "#back-office/subscriptions/engine/local-time.ts";
import { RatingRefusal } from "#back-office/subscriptions/engine/refusal.ts";
import type { Cadence, LocalText, Unit } from "#back-office/subscriptions/engine/types.ts";
import { at, complain, type Fields, objectAt, type Place, type Reading, textIn } from "#cpq/pricing/engine/read.ts";
import { parseMoney } from "#platform/money.ts";
import type { VatTreatment } from "./types.ts";
import { vatFault } from "./vat-breakdown.ts";

/** What reading a rating case gathers, and what it already knows. */
export interface CaseReading {
  readonly reading: Reading;
  readonly timeZone: string;
  readonly currency: string;
}

const rhythms: Record<string, Cadence> = {
  day: { unit: "day", count: 1 },
  week: { unit: "week", count: 1 },
  month: { unit: "month", count: 1 },
  quarter: { unit: "month", count: 3 },
  half_year: { unit: "month", count: 6 },
  year: { unit: "year", count: 1 },
};
const units: readonly string[] = ["day", "week", "month", "year"];

/** "month", "quarter" ..., or { unit, count }. */
export function cadenceIn({ reading }: CaseReading, fields: Fields, place: Place, key: string): Cadence | undefined {
  const value = fields[key];
  if (value === undefined) return undefined;
  if (typeof value === "string" && Object.hasOwn(rhythms, value)) return rhythms[value];
  if (typeof value === "string") {
    complain(reading, at(place, key), `must be one of ${Object.keys(rhythms).join(", ")}, or {"unit": "month", "count": 2}`);
    return undefined;
  }
  const own = objectAt(reading, value, at(place, key), new Set(["unit", "count"]));
  if (!own) return undefined;
  const { unit, count = 1 } = own;
  if (typeof unit !== "string" || !units.includes(unit))
    complain(reading, at(at(place, key), "unit"), `must be one of ${units.join(", ")}`);
  if (typeof count !== "number" || !Number.isInteger(count) || count < 1 || count > 1200) {
    complain(reading, at(at(place, key), "count"), "must be a whole number from 1 to 1200");
  }
  return { unit: unit as Unit, count: count as number };
}

/** A moment under a key, as a local text; undefined when absent or complained of. */
export const momentIn = (from: CaseReading, fields: Fields, place: Place, key: string): LocalText | undefined =>
  fields[key] === undefined ? undefined : momentAt(from, fields[key], at(place, key));

/** The moment at a place, or undefined with a complaint. */
export function momentAt(from: CaseReading, value: unknown, place: Place): LocalText | undefined {
  try {
    const moment = readMoment(typeof value === "string" ? value : JSON.stringify(value), from.timeZone, "moment");
    if (moment >= "1900" && moment < "3000") return moment;
    complain(from.reading, place, "must be in the years 1900 to 2999");
    return undefined;
  } catch (error) {
    if (!(error instanceof RatingRefusal)) throw error;
    complain(from.reading, place, `does not say when: ${error.message.slice("moment: ".length)}`);
    return undefined;
  }
}

export function needMoment(from: CaseReading, fields: Fields, place: Place, key: string): LocalText {
  if (fields[key] === undefined) complain(from.reading, at(place, key), 'is missing and must be a moment such as "2026-03-05"');
  return momentIn(from, fields, place, key) ?? endless;
}

/** The end of something, written as `to` (first moment without it) or `lastDay` (last day with it). */
export function endIn(from: CaseReading, fields: Fields, place: Place): LocalText | null {
  if (fields["to"] !== undefined && fields["lastDay"] !== undefined)
    complain(from.reading, place, "must have to or lastDay, not both");
  const lastDay = momentIn(from, fields, place, "lastDay");
  if (lastDay !== undefined) return plusDays(lastDay, 1);
  return fields["to"] === null ? null : (momentIn(from, fields, place, "to") ?? null);
}

/** An amount of money written in major units ("12.50"), in minor units; 0 or more. */
export function amountIn(from: CaseReading, fields: Fields, place: Place, key: string): bigint | undefined {
  const text = textIn(from.reading, fields, place, key);
  if (text === undefined) return undefined;
  try {
    const amount = parseMoney(text, from.currency);
    if (amount >= 0n) return amount;
    complain(from.reading, at(place, key), "must not be negative");
  } catch {
    complain(from.reading, at(place, key), `must be an amount in ${from.currency} as text, such as "12.50"`);
  }
  return undefined;
}

export function needAmount(from: CaseReading, fields: Fields, place: Place, key: string): bigint {
  if (fields[key] === undefined)
    complain(from.reading, at(place, key), 'is missing and must be an amount as text, such as "12.50"');
  return amountIn(from, fields, place, key) ?? 0n;
}

const vatFields = new Set(["category", "rate", "exemption"]);

export function vatIn({ reading }: CaseReading, fields: Fields, place: Place): VatTreatment | undefined {
  if (fields["vat"] === undefined) return undefined;
  const own = objectAt(reading, fields["vat"], at(place, "vat"), vatFields);
  if (!own) return undefined;
  const category = textIn(reading, own, at(place, "vat"), "category") ?? "S";
  const rate = textIn(reading, own, at(place, "vat"), "rate") ?? "0";
  const exemption = textIn(reading, own, at(place, "vat"), "exemption");
  const treatment = { category, rate, ...(exemption === undefined ? {} : { exemption }) };
  try {
    const fault = vatFault(treatment);
    if (fault) complain(reading, at(place, "vat"), `is not possible: ${fault}`);
  } catch {
    complain(reading, at(at(place, "vat"), "rate"), 'must be a percentage as text, such as "20"');
    return { category, rate: "0" };
  }
  return treatment;
}

export function zoneOf(reading: Reading, fields: Fields, place: Place): string {
  const timeZone = textIn(reading, fields, place, "timeZone") ?? "UTC";
  try {
    checkTimeZone(timeZone, "timeZone");
    return timeZone;
  } catch {
    complain(reading, at(place, "timeZone"), `"${timeZone}" is not a known time zone; write one such as Europe/Paris or UTC`);
    return "UTC";
  }
}
