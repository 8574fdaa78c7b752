import { spanOf } from "#back-office/subscriptions/engine/local-time.ts";
import { obligationKey } from "#back-office/subscriptions/engine/obligation-key.ts";
import { at, choiceIn, complain, needText, objectAt, type Place, textIn } from "#cpq/pricing/engine/read.ts";
import { formatFraction } from "#platform/rational.ts";
import type { CaseAdjustment, CaseAllowance, CaseItem, CasePrice } from "./case.ts";
import { termsOf } from "./known-versions.ts";
import { type CaseReading, amountIn, endIn, momentIn, needAmount, needMoment, vatIn } from "./read-fields.ts";
import type { InvoiceLine } from "./types.ts";

const bookedFields = new Set(["item", "version", "kind", "from", "to", "lastDay", "net", "reason"]);
const allowanceFields = new Set(["reason", "amount", "percent", "vat", "from", "to", "lastDay"]);
const kinds = ["recurring", "one_off", "usage", "commitment"] as const;

/** A line billed before the case begins: of a version of an item, for a span, at a net. */
export function readBooked(
  from: CaseReading,
  value: unknown,
  place: Place,
  items: readonly CaseItem[],
  prices: ReadonlyMap<string, CasePrice>,
): InvoiceLine | null {
  const { reading } = from;
  const fields = objectAt(reading, value, place, bookedFields);
  if (!fields) return null;
  const itemId = needText(reading, fields, place, "item");
  const versionId = textIn(reading, fields, place, "version") ?? "1";
  const version = items.find((item) => item.id === itemId)?.versions.find((known) => known.id === versionId);
  const price = version && prices.get(version.priceId);
  if (!version || !price) {
    complain(reading, place, `names item "${itemId}", version "${versionId}", which the case does not have`);
    return null;
  }
  const kind = choiceIn(reading, fields, place, "kind", kinds) ?? price.kind;
  const begins = needMoment(from, fields, place, "from");
  const ends = endIn(from, fields, place) ?? begins;
  if (ends < begins) complain(reading, place, `ends (${ends}) before it begins (${begins})`);
  const net = needAmount(from, fields, place, "net");
  if (reading.issues.length > 0) return null;
  const reason = textIn(reading, fields, place, "reason") ?? (kind === "one_off" ? "start" : "period");
  return {
    key: obligationKey(itemId, kind, begins, reason),
    itemId,
    kind,
    reason,
    versionId,
    termsId: termsOf(price, version).termsId,
    service: spanOf(begins, ends, from.timeZone),
    percentOff: "0",
    proration: price.proration,
    quantity: formatFraction(version.quantity),
    net,
    vat: price.vat,
    derivation: [],
  };
}

export function readAdjustment(
  from: CaseReading,
  value: unknown,
  place: Place,
  items: ReadonlySet<string>,
): CaseAdjustment | null {
  const fields = objectAt(from.reading, value, place, new Set(["item", "serviceFrom", "amount", "on", "reason"]));
  if (!fields) return null;
  const itemId = needText(from.reading, fields, place, "item");
  if (!items.has(itemId)) complain(from.reading, at(place, "item"), `"${itemId}" is not among the items`);
  return {
    itemId,
    serviceFrom: needMoment(from, fields, place, "serviceFrom"),
    amount: needAmount(from, fields, place, "amount"),
    on: needMoment(from, fields, place, "on"),
    reason: textIn(from.reading, fields, place, "reason") ?? "adjustment",
  };
}

/** An allowance or charge on the documents of the runs within [from, to). */
export function readAllowance(from: CaseReading, value: unknown, place: Place): CaseAllowance | null {
  const fields = objectAt(from.reading, value, place, allowanceFields);
  if (!fields) return null;
  if ((fields["amount"] === undefined) === (fields["percent"] === undefined))
    complain(from.reading, place, "must have exactly one of amount, percent");
  const percent = textIn(from.reading, fields, place, "percent");
  if (percent !== undefined && !/^\d{1,3}(\.\d{1,10})?$/.test(percent))
    complain(from.reading, at(place, "percent"), 'must be a percentage as text, such as "10"');
  const amount = amountIn(from, fields, place, "amount");
  const vat = vatIn(from, fields, place);
  return {
    reason: needText(from.reading, fields, place, "reason"),
    from: momentIn(from, fields, place, "from") ?? null,
    to: endIn(from, fields, place),
    ...(amount === undefined ? {} : { amount }),
    ...(percent === undefined ? {} : { percent }),
    ...(vat ? { vat } : {}),
  };
}
