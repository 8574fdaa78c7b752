/** Reads products, price lists and contracted prices. */
import { zero } from "#platform/rational.ts";
import type { Contract, ListPrice, PercentOfTotal, Price, PriceList, Product } from "./case.ts";
import * as r from "./read.ts";
import type { Fields, Place, Reading } from "./read.ts";
import { readModel } from "./read-model.ts";
import { readScope, readValidity, scopeKeys, textSet } from "./read-scope.ts";
import type { Per } from "./types.ts";

export const pers: readonly Per[] = ["once", "week", "month", "quarter", "half_year", "year"];
const known = {
  product: new Set(["id", "family", "taxClass", "unitCost", "costCurrency"]),
  list: new Set(["id", "currency", "segment", "region", "taxIncluded", "priority", "from", "until", "prices"]),
  listPrice: new Set(["product", "per", "price"]),
  percentOfTotal: new Set(["kind", "percent", "of", "basis"]),
  of: new Set(["products", "families", "lines"]),
  contract: new Set([...scopeKeys, "id", "customer", "currency", "price", "percentOff"]),
};

/** A price: a model, or a share of other lines. */
export function readPrice(reading: Reading, value: unknown, place: Place): Price | null {
  const isShare = typeof value === "object" && value !== null && (value as Fields)["kind"] === "percent_of_total";
  return isShare ? readPercentOfTotal(reading, value, place) : readModel(reading, value, place);
}

function readPercentOfTotal(reading: Reading, value: unknown, place: Place): PercentOfTotal | null {
  const fields = r.objectAt(reading, value, place, known.percentOfTotal);
  if (!fields) return null;
  const of = fields["of"] === undefined ? {} : (r.objectAt(reading, fields["of"], r.at(place, "of"), known.of) ?? {});
  return {
    kind: "percent_of_total",
    percent: r.needDecimal(reading, fields, place, "percent", "zero_or_more"),
    scope: readScope(reading, of, r.at(place, "of")),
    lines: textSet(reading, of, r.at(place, "of"), "lines"),
    basis: r.choiceIn(reading, fields, place, "basis", ["period", "total"] as const) ?? null,
  };
}

export function readProduct(reading: Reading, value: unknown, place: Place, currency: string): Product | null {
  const fields = r.objectAt(reading, value, place, known.product);
  if (!fields) return null;
  return {
    id: r.needText(reading, fields, place, "id"),
    family: r.textIn(reading, fields, place, "family") ?? null,
    taxClass: r.textIn(reading, fields, place, "taxClass") ?? null,
    unitCost: r.decimalIn(reading, fields, place, "unitCost", "zero_or_more") ?? null,
    costCurrency: r.currencyIn(reading, fields, place, "costCurrency") ?? currency,
  };
}

export function readPriceList(reading: Reading, value: unknown, place: Place): PriceList | null {
  const fields = r.objectAt(reading, value, place, known.list);
  if (!fields) return null;
  const prices = new Map<string, ListPrice[]>();
  r.listOf(reading, fields, place, "prices", (item, pricePlace) => {
    const entry = r.objectAt(reading, item, pricePlace, known.listPrice);
    const price = entry && readPrice(reading, entry["price"], r.at(pricePlace, "price"));
    if (!entry || !price) return null;
    const product = r.needText(reading, entry, pricePlace, "product");
    const per = r.choiceIn(reading, entry, pricePlace, "per", pers) ?? "once";
    const others = prices.get(product);
    if (!others) prices.set(product, [{ per, price }]);
    else if (others.some((other) => other.per === per))
      r.complain(reading, pricePlace, `prices ${product} per ${per} a second time`);
    else others.push({ per, price });
    return null;
  });
  if (fields["currency"] === undefined) r.complain(reading, r.at(place, "currency"), "is missing");
  return {
    id: r.needText(reading, fields, place, "id"),
    currency: r.currencyIn(reading, fields, place, "currency") ?? "???",
    segment: r.textIn(reading, fields, place, "segment") ?? null,
    region: r.textIn(reading, fields, place, "region") ?? null,
    taxIncluded: r.flagIn(reading, fields, place, "taxIncluded"),
    priority: r.wholeIn(reading, fields, place, "priority", -1000, 1000) ?? 0,
    validity: readValidity(reading, fields, place),
    prices,
  };
}

export function readContract(reading: Reading, value: unknown, place: Place, currency: string): Contract | null {
  const fields = r.objectAt(reading, value, place, known.contract);
  if (!fields) return null;
  const which = r.exactlyOne(reading, fields, place, ["price", "percentOff"]);
  const price = which === "price" ? readModel(reading, fields["price"], r.at(place, "price")) : null;
  return {
    id: r.needText(reading, fields, place, "id"),
    customer: r.textIn(reading, fields, place, "customer") ?? null,
    currency: r.currencyIn(reading, fields, place, "currency") ?? currency,
    scope: readScope(reading, fields, place),
    validity: readValidity(reading, fields, place),
    terms: price ? { price } : { percentOff: r.decimalIn(reading, fields, place, "percentOff", "percent") ?? zero },
  };
}
