/** Reads a whole case strictly: either everything in it is understood, or the errors name every place. */
import type { RoundingPolicy } from "#platform/rounding.ts";
import type { Customer, Line, PriceCase, Product } from "./case.ts";
import * as r from "./read.ts";
import type { Fields, Place, Reading } from "./read.ts";
import { readLine } from "./read-lines.ts";
import { readContract, readPriceList, readProduct } from "./read-prices.ts";
import * as rules from "./read-rules.ts";
import { readRate, readTax, readTaxRule } from "./read-tax.ts";

const policies: readonly RoundingPolicy[] = ["half_away_from_zero", "half_even", "up", "down", "ceiling", "floor"];
const known = {
  case: new Set([
    "currency",
    "date",
    "taxIncluded",
    "customer",
    "rounding",
    "products",
    "priceLists",
    "contracts",
    "familyVolumes",
    "promotions",
    "promotionCodes",
    "discountSchedules",
    "headerDiscount",
    "guards",
    "exchangeRates",
    "taxRules",
    "tax",
    "reportingCurrency",
    "lines",
  ]),
  customer: new Set(["id", "segment", "region", "taxStatus"]),
  rounding: new Set(["policy", "unitPriceDigits", "payableIncrement"]),
};
const lineLimit = 1_000_000;

/** The case read, ready to price. Throws CaseError with every wrong place. */
export function readCase(json: unknown): PriceCase {
  const reading = r.startReading();
  const read = caseAt(reading, json);
  if (read && reading.issues.length === 0) checkShares(reading, read);
  if (reading.issues.length > 0 || !read) throw new r.CaseError(reading.issues);
  return read;
}

/** A share of lines that do not exist, or of lines that are shares themselves, would silently be a share of nothing. */
function checkShares(reading: Reading, { lines }: PriceCase): void {
  const shares = lines.flatMap(({ index, price }) =>
    price?.kind === "percent_of_total" && price.lines ? { index, ids: price.lines } : [],
  );
  if (shares.length === 0) return;
  const priceOf = new Map(lines.map((line) => [line.id, line.price]));
  for (const { index, ids } of shares) {
    const place = r.at(r.at(r.at(r.at(r.at(r.root, "lines"), index), "price"), "of"), "lines");
    for (const id of ids) {
      if (!priceOf.has(id)) r.complain(reading, place, `names "${id}", which is no line of the case`);
      else if (priceOf.get(id)?.kind === "percent_of_total")
        r.complain(reading, place, `names "${id}", which is a percent of other lines itself and is never covered`);
    }
  }
}

function caseAt(reading: Reading, json: unknown): PriceCase | null {
  const root = r.root;
  const fields = r.objectAt(reading, json, root, known.case);
  if (!fields) return null;
  for (const key of ["currency", "date", "lines"])
    if (fields[key] === undefined) r.complain(reading, r.at(root, key), "is missing");
  const currency = r.currencyIn(reading, fields, root, "currency") ?? "???";
  const list = <T>(key: string, readItem: (reading: Reading, value: unknown, place: Place, currency: string) => T | null): T[] =>
    unique(
      reading,
      r.at(root, key),
      r.listOf(reading, fields, root, key, (v, p) => readItem(reading, v, p, currency)),
    );
  const rounding = readRounding(reading, fields, currency);
  return {
    currency,
    date: r.dayIn(reading, fields, root, "date") ?? 0,
    taxIncluded: r.flagIn(reading, fields, root, "taxIncluded"),
    customer: readCustomer(reading, fields),
    ...rounding,
    products: new Map(list("products", readProduct).map((product: Product) => [product.id, product])),
    priceLists: list("priceLists", readPriceList),
    contracts: list("contracts", readContract),
    familyVolumes: list("familyVolumes", rules.readFamilyVolume),
    promotions: list("promotions", rules.readPromotion),
    promotionCodes: new Set(
      r.listOf(reading, fields, root, "promotionCodes", (v, p) => {
        if (typeof v !== "string") r.complain(reading, p, "must be a text");
        return String(v);
      }),
    ),
    discountSchedules: list("discountSchedules", rules.readSchedule),
    headerDiscount:
      fields["headerDiscount"] === undefined
        ? null
        : rules.readHeaderDiscount(reading, fields["headerDiscount"], r.at(root, "headerDiscount"), currency),
    guards: list("guards", rules.readGuard),
    exchangeRates: r.listOf(reading, fields, root, "exchangeRates", (v, p) => readRate(reading, v, p)),
    taxRules: list("taxRules", readTaxRule),
    tax: fields["tax"] === undefined ? null : readTax(reading, fields["tax"], r.at(root, "tax")),
    reportingCurrency: r.currencyIn(reading, fields, root, "reportingCurrency") ?? null,
    lines: readLines(reading, fields),
  };
}

function readLines(reading: Reading, fields: Fields): Line[] {
  const value = fields["lines"];
  if (Array.isArray(value) && value.length > lineLimit) {
    r.complain(reading, r.at(r.root, "lines"), `must have at most ${lineLimit} lines`);
    return [];
  }
  let index = 0;
  const lines = r.listOf(reading, fields, r.root, "lines", (v, p) => readLine(reading, v, p, index++));
  if (lines.length === 0 && Array.isArray(value) && value.length === 0) {
    r.complain(reading, r.at(r.root, "lines"), "must have at least one line");
  }
  return unique(reading, r.at(r.root, "lines"), lines);
}

/** Ids name things in derivations, so they are unique within their list. */
function unique<T>(reading: Reading, place: Place, items: T[]): T[] {
  const seen = new Set<string>();
  for (let i = 0; i < items.length; i += 1) {
    const id = (items[i] as { id: string }).id;
    if (seen.has(id)) r.complain(reading, r.at(r.at(place, i), "id"), `repeats "${id}": ids must be unique`);
    seen.add(id);
  }
  return items;
}

function readCustomer(reading: Reading, fields: Fields): Customer {
  const place = r.at(r.root, "customer");
  const customer = fields["customer"] === undefined ? {} : (r.objectAt(reading, fields["customer"], place, known.customer) ?? {});
  const text = (key: string) => r.textIn(reading, customer, place, key) ?? null;
  return { id: text("id"), segment: text("segment"), region: text("region"), taxStatus: text("taxStatus") };
}

function readRounding(reading: Reading, fields: Fields, currency: string) {
  const place = r.at(r.root, "rounding");
  const rounding = fields["rounding"] === undefined ? {} : (r.objectAt(reading, fields["rounding"], place, known.rounding) ?? {});
  const increment =
    rounding["payableIncrement"] === undefined ? null : rules.minorIn(reading, rounding, place, "payableIncrement", currency);
  if (increment === 0n) r.complain(reading, r.at(place, "payableIncrement"), "must be above 0");
  return {
    policy: r.choiceIn(reading, rounding, place, "policy", policies) ?? ("half_away_from_zero" as const),
    unitPriceDigits: r.wholeIn(reading, rounding, place, "unitPriceDigits", 0, 12) ?? null,
    payableIncrementMinor: increment,
  };
}
