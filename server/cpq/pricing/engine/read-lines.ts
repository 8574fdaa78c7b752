/** Reads the lines of a case. Written for many thousand lines: no place text is built unless there is a complaint. */
import { add, divide, type Rational, rational, subtract } from "#platform/rational.ts";
import type { Line, LineDiscount, RampSegment, Term } from "./case.ts";
import * as r from "./read.ts";
import type { Fields, Place, Reading } from "./read.ts";
import { pers, readPrice } from "./read-prices.ts";
import { readTax } from "./read-tax.ts";

const discountKinds = ["percent", "amountPerUnit", "amount", "unitPrice"] as const;
const known = {
  line: new Set([
    "id",
    "product",
    "family",
    "quantity",
    "per",
    "price",
    "unitPrice",
    "unitCost",
    "transactions",
    "transactionCount",
    "discounts",
    "noHeaderDiscount",
    "term",
    "ramp",
    "taxClass",
    "tax",
  ]),
  discount: new Set<string>(["reason", ...discountKinds]),
  term: new Set(["periods", "start", "end", "anchor", "day", "month", "partial", "days", "partialBy"]),
  ramp: new Set(["label", "term", "quantity", "unitPrice", "percentOff", "upliftPercent"]),
};
const none: readonly never[] = [];
const hundred = rational(100n);

export function readLine(reading: Reading, value: unknown, place: Place, index: number): Line | null {
  const fields = r.objectAt(reading, value, place, known.line);
  if (!fields) return null;
  const per = r.choiceIn(reading, fields, place, "per", pers) ?? null;
  const ramp =
    fields["ramp"] === undefined ? none : r.listOf(reading, fields, place, "ramp", (v, p) => readSegment(reading, v, p));
  const term = fields["term"] === undefined ? null : readTerm(reading, fields["term"], r.at(place, "term"));
  if (term && ramp.length > 0) r.complain(reading, r.at(place, "ramp"), "must not be given together with term");
  return {
    index,
    id: r.textIn(reading, fields, place, "id") ?? String(index + 1),
    product: r.textIn(reading, fields, place, "product") ?? null,
    family: r.textIn(reading, fields, place, "family") ?? null,
    quantity: r.needDecimal(reading, fields, place, "quantity", "above_zero"),
    per,
    price: readOwnPrice(reading, fields, place),
    unitCost: r.decimalIn(reading, fields, place, "unitCost", "zero_or_more") ?? null,
    transactions: fields["transactions"] === undefined ? null : readTransactions(reading, fields, place),
    transactionCount: r.decimalIn(reading, fields, place, "transactionCount", "zero_or_more") ?? null,
    discounts:
      fields["discounts"] === undefined
        ? none
        : r.listOf(reading, fields, place, "discounts", (v, p) => readDiscount(reading, v, p)),
    noHeaderDiscount: r.flagIn(reading, fields, place, "noHeaderDiscount"),
    term,
    ramp,
    taxClass: r.textIn(reading, fields, place, "taxClass") ?? null,
    tax: fields["tax"] === undefined ? null : readTax(reading, fields["tax"], r.at(place, "tax")),
  };
}

function readOwnPrice(reading: Reading, fields: Fields, place: Place): Line["price"] {
  const unitPrice = r.decimalIn(reading, fields, place, "unitPrice", "zero_or_more");
  if (fields["price"] === undefined) return unitPrice ? { kind: "per_unit", unitPrice } : null;
  if (unitPrice) r.complain(reading, r.at(place, "unitPrice"), "must not be given together with price");
  return readPrice(reading, fields["price"], r.at(place, "price"));
}

const readTransactions = (reading: Reading, fields: Fields, place: Place): Rational[] =>
  r.listOf(reading, fields, place, "transactions", (v, p) => r.decimalAt(reading, v, p, "zero_or_more") ?? null);

function readDiscount(reading: Reading, value: unknown, place: Place): LineDiscount | null {
  const fields = r.objectAt(reading, value, place, known.discount);
  const kind = fields && r.exactlyOne(reading, fields, place, discountKinds);
  if (!fields || !kind) return null;
  return {
    rule: r.textIn(reading, fields, place, "reason") ?? "line discount",
    kind,
    value: r.needDecimal(reading, fields, place, kind, kind === "percent" ? "percent" : "zero_or_more"),
  };
}

function readTerm(reading: Reading, value: unknown, place: Place): Term | null {
  const fields = r.objectAt(reading, value, place, known.term);
  if (!fields) return null;
  const start = r.dayIn(reading, fields, place, "start");
  const end = r.dayIn(reading, fields, place, "end");
  if (fields["periods"] !== undefined) {
    if (start !== null || end !== null) r.complain(reading, place, "must have either periods, or start and end");
    return { periods: r.needDecimal(reading, fields, place, "periods", "above_zero") };
  }
  if (start === null || end === null) {
    if (fields["start"] === undefined || fields["end"] === undefined)
      r.complain(reading, place, "must have periods, or start and end");
    return null;
  }
  if (end < start) r.complain(reading, r.at(place, "end"), "must not be before start");
  if (end - start > 36_600) r.complain(reading, r.at(place, "end"), "must be within 100 years of start");
  const anchor = r.choiceIn(reading, fields, place, "anchor", ["start", "calendar", "day"]) ?? "start";
  const day = r.wholeIn(reading, fields, place, "day", 1, 31);
  if (anchor === "day" && day === undefined) r.complain(reading, r.at(place, "day"), 'is missing: anchor "day" needs it');
  return {
    span: {
      start,
      end: Math.max(start, end),
      anchor,
      day: day ?? 1,
      month: r.wholeIn(reading, fields, place, "month", 1, 12) ?? 1,
      partial: r.choiceIn(reading, fields, place, "partial", ["prorate", "full", "free"]) ?? "prorate",
      days: r.choiceIn(reading, fields, place, "days", ["actual", "fixed_30", "strict_30"]) ?? "actual",
      partialBy: r.choiceIn(reading, fields, place, "partialBy", ["days", "months"]) ?? "days",
    },
  };
}

function readSegment(reading: Reading, value: unknown, place: Place): RampSegment | null {
  const fields = r.objectAt(reading, value, place, known.ramp);
  if (!fields) return null;
  const term = fields["term"] === undefined ? null : readTerm(reading, fields["term"], r.at(place, "term"));
  if (fields["term"] === undefined) r.complain(reading, r.at(place, "term"), "is missing");
  const off = r.decimalIn(reading, fields, place, "percentOff", "percent");
  const uplift = r.decimalIn(reading, fields, place, "upliftPercent", "zero_or_more");
  if (off && uplift) r.complain(reading, place, "must not have both percentOff and upliftPercent");
  const change = off ? subtract(hundred, off) : uplift ? add(hundred, uplift) : null;
  return {
    label: r.textIn(reading, fields, place, "label") ?? String(place.key),
    term: term ?? { periods: rational(1n) },
    quantity: r.decimalIn(reading, fields, place, "quantity", "above_zero") ?? null,
    unitPrice: r.decimalIn(reading, fields, place, "unitPrice", "zero_or_more") ?? null,
    factor: change && divide(change, hundred),
  };
}
