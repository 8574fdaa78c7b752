/** Reads exchange rates, taxes and tax rules. */
import { isZero } from "#platform/rational.ts";
import type { ExchangeRate, Tax, TaxRule } from "./case.ts";
import * as r from "./read.ts";
import type { Fields, Place, Reading } from "./read.ts";
import { readValidity } from "./read-scope.ts";
import type { TaxCategory } from "./types.ts";

const categories: readonly TaxCategory[] = ["S", "Z", "E", "AE", "K", "G", "O", "L", "M"];
const taxKeys = ["category", "percent", "reason", "includedPercent"];
const known = {
  rate: new Set(["from", "to", "rate", "source", "date"]),
  tax: new Set(taxKeys),
  taxRule: new Set(["id", "taxClass", "region", "taxStatus", "from", "until", ...taxKeys]),
};

export function readRate(reading: Reading, value: unknown, place: Place): ExchangeRate | null {
  const fields = r.objectAt(reading, value, place, known.rate);
  if (!fields) return null;
  for (const key of ["from", "to", "date"]) if (fields[key] === undefined) r.complain(reading, r.at(place, key), "is missing");
  return {
    from: r.currencyIn(reading, fields, place, "from") ?? "???",
    to: r.currencyIn(reading, fields, place, "to") ?? "???",
    rate: r.needDecimal(reading, fields, place, "rate", "above_zero"),
    source: r.needText(reading, fields, place, "source"),
    date: r.dayIn(reading, fields, place, "date") ?? 0,
  };
}

export function readTax(reading: Reading, value: unknown, place: Place): Tax | null {
  const fields = r.objectAt(reading, value, place, known.tax);
  return fields && taxOf(reading, fields, place);
}

/** Only S, L and M carry a rate: in every other category the rate is 0 (EN 16931, BR-Z-05, BR-E-05, BR-AE-05 ...). */
function taxOf(reading: Reading, fields: Fields, place: Place): Tax {
  const category = r.choiceIn(reading, fields, place, "category", categories);
  if (fields["category"] === undefined) r.complain(reading, r.at(place, "category"), "is missing");
  const percent = r.needDecimal(reading, fields, place, "percent", "percent");
  if (category && !["S", "L", "M"].includes(category) && !isZero(percent)) {
    r.complain(reading, r.at(place, "percent"), `must be "0" in category ${category}`);
  }
  return {
    category: category ?? "S",
    percent,
    reason: r.textIn(reading, fields, place, "reason") ?? null,
    includedPercent: r.decimalIn(reading, fields, place, "includedPercent", "percent") ?? null,
  };
}

export function readTaxRule(reading: Reading, value: unknown, place: Place): TaxRule | null {
  const fields = r.objectAt(reading, value, place, known.taxRule);
  if (!fields) return null;
  return {
    id: r.needText(reading, fields, place, "id"),
    taxClass: r.textIn(reading, fields, place, "taxClass") ?? null,
    region: r.textIn(reading, fields, place, "region") ?? null,
    taxStatus: r.textIn(reading, fields, place, "taxStatus") ?? null,
    validity: readValidity(reading, fields, place),
    tax: taxOf(reading, fields, place),
  };
}
