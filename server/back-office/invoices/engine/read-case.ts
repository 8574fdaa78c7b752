import {
  at,
  CaseError,
  complain,
  currencyIn,
  type Fields,
  listOf,
  objectAt,
  type Place,
  root,
  startReading,
} from "#cpq/pricing/engine/read.ts";
import type { CasePrice, RatingCase } from "./case.ts";
import { readAdjustment, readAllowance, readBooked } from "./read-booked.ts";
import { type CaseReading, momentAt, needAmount, needMoment, vatIn, zoneOf } from "./read-fields.ts";
import { readItem } from "./read-item.ts";
import { readPrice } from "./read-price.ts";
import { readUsage } from "./read-usage.ts";
import type { VatTreatment } from "./types.ts";

const known = new Set(
  "title currency timeZone vat prices items usage adjustments allowances charges prepaid applyCredit booked runs".split(" "),
);
const mostRuns = 2_000;

/**
 * A rating case from its JSON (docs/engines/rating.md). Every field is checked and unknown ones are refused, so that a typo
 * never changes a bill. Throws CaseError listing each wrong place.
 */
export function readCase(json: unknown): RatingCase {
  const reading = startReading();
  const fields = objectAt(reading, json, root, known);
  if (!fields) throw new CaseError(reading.issues);
  const currency = currencyIn(reading, fields, root, "currency") ?? "EUR";
  const from: CaseReading = { reading, currency, timeZone: zoneOf(reading, fields, root) };
  const prices = readPrices(from, fields, vatIn(from, fields, root) ?? { category: "O", rate: "0" });
  const items = listOf(reading, fields, root, "items", (value, place) => readItem(from, value, place, prices));
  if (items.length === 0) complain(reading, at(root, "items"), "must have at least one item");
  const ids = new Set<string>();
  for (const [index, { id }] of items.entries()) {
    if (ids.has(id)) complain(reading, at(at(root, "items"), index), `has the id "${id}" of an item before it`);
    ids.add(id);
  }
  const metered = new Set(
    items
      .filter(({ versions }) => versions.some(({ priceId }) => (prices.get(priceId)?.kind ?? "usage") === "usage"))
      .map(({ id }) => id),
  );
  const result: RatingCase = {
    currency,
    timeZone: from.timeZone,
    prices,
    items,
    usage: listOf(reading, fields, root, "usage", (value, place) => readUsage(from, value, place, ids, metered)),
    adjustments: listOf(reading, fields, root, "adjustments", (value, place) => readAdjustment(from, value, place, ids)),
    allowances: listOf(reading, fields, root, "allowances", (value, place) => readAllowance(from, value, place)),
    charges: listOf(reading, fields, root, "charges", (value, place) => readAllowance(from, value, place)),
    prepaid: listOf(reading, fields, root, "prepaid", (value, place) => readPrepaid(from, value, place)),
    applyCredit: fields["applyCredit"] !== false,
    booked: listOf(reading, fields, root, "booked", (value, place) => readBooked(from, value, place, items, prices)),
    runs: listOf(reading, fields, root, "runs", (value, place) => momentAt(from, value, place) ?? null),
  };
  if (result.runs.length === 0 || result.runs.length > mostRuns)
    complain(reading, at(root, "runs"), `must list 1 to ${mostRuns} days to bill on`);
  if (fields["applyCredit"] !== undefined && typeof fields["applyCredit"] !== "boolean")
    complain(reading, at(root, "applyCredit"), "must be true or false");
  if (reading.issues.length > 0) throw new CaseError(reading.issues);
  return result;
}

function readPrices(from: CaseReading, fields: Fields, vat: VatTreatment): Map<string, CasePrice> {
  const prices = new Map<string, CasePrice>();
  const value = fields["prices"];
  const place = at(root, "prices");
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    complain(from.reading, place, 'must be an object of prices by id, such as {"fibre": {"model": {...}}}');
    return prices;
  }
  for (const [id, entry] of Object.entries(value)) {
    const price = readPrice(from, id, entry, at(place, id), vat);
    if (price) prices.set(id, price);
  }
  return prices;
}

function readPrepaid(from: CaseReading, value: unknown, place: Place): RatingCase["prepaid"][number] | null {
  const fields = objectAt(from.reading, value, place, new Set(["on", "amount"]));
  return fields && { on: needMoment(from, fields, place, "on"), amount: needAmount(from, fields, place, "amount") };
}
