import { instantOf } from "#back-office/subscriptions/engine/local-time.ts";
import type { UsageEvent } from "#back-office/usage/engine/types.ts";
import { at, complain, decimalIn, flagIn, needText, objectAt, type Place, textIn } from "#cpq/pricing/engine/read.ts";
import { spread } from "#cpq/pricing/engine/read-model.ts";
import { type CaseReading, momentIn, needMoment } from "./read-fields.ts";

const known = new Set(["id", "source", "item", "meter", "at", "recordedAt", "quantity", "value", "replaces", "void"]);

/** One usage event. An instant is kept to the millisecond; a date is its first moment in the account's time zone. */
export function readUsage(
  from: CaseReading,
  value: unknown,
  place: Place,
  items: ReadonlySet<string>,
  metered: ReadonlySet<string>,
): UsageEvent | null {
  const { reading, timeZone } = from;
  const fields = objectAt(reading, value, place, known);
  if (!fields) return null;
  const itemId = needText(reading, fields, place, "item");
  if (!items.has(itemId) && fields["item"] !== undefined)
    complain(reading, at(place, "item"), `"${itemId}" is not among the items`);
  else if (!metered.has(itemId) && fields["item"] !== undefined)
    complain(reading, at(place, "item"), `"${itemId}" has no price for usage in any version, so this would never be billed`);
  const replaces = textIn(reading, fields, place, "replaces");
  if (fields["void"] === true && replaces === undefined)
    complain(reading, at(place, "void"), "needs replaces: the id of the event that is taken back");
  if (replaces !== undefined && replaces === fields["id"])
    complain(reading, at(place, "replaces"), "must be another event than the one it is written in");
  needMoment(from, fields, place, "at");
  momentIn(from, fields, place, "recordedAt");
  decimalIn(reading, fields, place, "quantity", "any");
  if (reading.issues.length > 0) return null;
  const happened = msOf(fields["at"] as string, from);
  const recorded = fields["recordedAt"] === undefined ? happened : msOf(fields["recordedAt"] as string, from);
  const voided = flagIn(reading, fields, place, "void");
  return {
    id: needText(reading, fields, place, "id"),
    itemId,
    atMs: happened,
    recordedAtMs: recorded,
    quantity: quantityOf(fields["quantity"]),
    ...spread("source", textIn(reading, fields, place, "source")),
    ...spread("meter", textIn(reading, fields, place, "meter")),
    ...spread("value", textIn(reading, fields, place, "value")),
    ...spread("replaces", replaces),
    ...(voided ? { voided } : {}),
  };

  function msOf(text: string, within: CaseReading): number {
    return /(Z|[+-]\d{2}:?\d{2})$/.test(text) && text.includes("T")
      ? Date.parse(text)
      : instantOf(momentIn(within, { text }, place, "text")!, timeZone);
  }
}

/** Already checked to be a decimal, as text or as a whole number. */
const quantityOf = (value: unknown): string =>
  typeof value === "string" ? value.trim() : typeof value === "number" ? `${value}` : "1";
