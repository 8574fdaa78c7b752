/** Which list price a product has for this customer, on this day, in this currency. */
import type { ListPrice, Price, PriceCase, PriceList } from "./case.ts";
import { formatDay } from "./days.ts";
import { conversionText, findRate } from "./exchange.ts";
import type { Conversion } from "./priced.ts";
import { convertPrice } from "./scale-model.ts";
import { holdsOn } from "./scope.ts";
import type { Per } from "./types.ts";

export interface ChosenPrice {
  readonly rule: string;
  /** Why this list, and the exchange rate if it was converted. */
  readonly note: string | null;
  readonly per: Per;
  /** In the case's currency. */
  readonly price: Price;
}
/** Why no price could be chosen; completes "lines[0].product ...". */
export interface NoPrice {
  readonly field: "product" | "per";
  readonly message: string;
}

interface RankedList {
  readonly list: PriceList;
  readonly conversion: Conversion | null;
}

/** 2 for the same region, 1 when the list is for a region that contains it ("FR" for "FR-75"), 0 for any, -1 for another. */
function regionFit(list: PriceList, region: string | null): number {
  if (list.region === null) return 0;
  if (list.region === region) return 2;
  return region?.startsWith(`${list.region}-`) ? 1 : -1;
}

/**
 * The lists that may be used, best first: own currency before converted, then the customer's segment before any, the
 * closer region, the greater priority, the later first day, and the id.
 */
export function rankLists(priceCase: PriceCase): RankedList[] {
  const { customer, currency, date } = priceCase;
  const usable: RankedList[] = [];
  for (const list of priceCase.priceLists) {
    if (list.taxIncluded !== priceCase.taxIncluded || !holdsOn(list.validity, date)) continue;
    if (list.segment !== null && list.segment !== customer.segment) continue;
    if (regionFit(list, customer.region) < 0) continue;
    const conversion = list.currency === currency ? null : findRate(priceCase, list.currency, currency);
    if (list.currency === currency || conversion) usable.push({ list, conversion });
  }
  const rank = ({ list, conversion }: RankedList) => [
    conversion ? 0 : 1,
    list.segment === null ? 0 : 1,
    regionFit(list, customer.region),
    list.priority,
    list.validity.from ?? Number.NEGATIVE_INFINITY,
  ];
  return usable.toSorted((a, b) => {
    const [left, right] = [rank(a), rank(b)];
    const differs = left.findIndex((value, i) => value !== right[i]);
    if (differs >= 0) return right[differs]! > left[differs]! ? 1 : -1;
    return a.list.id < b.list.id ? -1 : 1;
  });
}

/** The first list in rank that prices the product (per the period asked, if any). */
export function choosePrice(
  priceCase: PriceCase,
  ranked: readonly RankedList[],
  product: string,
  per: Per | null,
): ChosenPrice | NoPrice {
  for (const { list, conversion } of ranked) {
    const offers = list.prices.get(product);
    if (!offers) continue;
    const fitting: readonly ListPrice[] = per === null ? offers : offers.filter((offer) => offer.per === per);
    if (fitting.length === 0) continue;
    if (fitting.length > 1) {
      return { field: "per", message: `is missing: ${product} is priced per ${fitting.map((offer) => offer.per).join(", ")}` };
    }
    const offer = fitting[0]!;
    return {
      rule: `price list ${list.id}`,
      note: noteOf(list, conversion),
      per: offer.per,
      price: conversion ? convertPrice(offer.price, conversion.rate) : offer.price,
    };
  }
  return { field: "product", message: missing(priceCase, ranked, product, per) };
}

function noteOf(list: PriceList, conversion: Conversion | null): string {
  const why = [`currency ${list.currency}`];
  if (list.segment !== null) why.push(`segment ${list.segment}`);
  if (list.region !== null) why.push(`region ${list.region}`);
  if (list.validity.from !== null) why.push(`from ${formatDay(list.validity.from)}`);
  if (conversion) why.push(conversionText(conversion));
  return why.join("; ");
}

function missing(priceCase: PriceCase, ranked: readonly RankedList[], product: string, per: Per | null): string {
  const lists = ranked.length === 0 ? "no price list applies" : `looked in ${ranked.map(({ list }) => list.id).join(", ")}`;
  const { segment, region } = priceCase.customer;
  const who = [segment && `segment ${segment}`, region && `region ${region}`].filter(Boolean).join(", ");
  const on = `on ${formatDay(priceCase.date)} in ${priceCase.currency}${who ? ` for ${who}` : ""}`;
  return `"${product}" has no price${per ? ` per ${per}` : ""} ${on} (${lists})`;
}
