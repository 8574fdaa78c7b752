import type { Anchor, ProrationBasis, Timing } from "#back-office/subscriptions/engine/types.ts";
import type { Aggregation } from "#back-office/usage/engine/types.ts";
import {
  at,
  choiceIn,
  complain,
  decimalIn,
  flagIn,
  needDecimal,
  objectAt,
  type Place,
  textIn,
  wholeIn,
} from "#cpq/pricing/engine/read.ts";
import { readModel, spread } from "#cpq/pricing/engine/read-model.ts";
import { zero } from "#platform/rational.ts";
import type { CasePrice } from "./case.ts";
import { type CaseReading, cadenceIn, momentIn, vatIn } from "./read-fields.ts";
import type { VatTreatment } from "./types.ts";

const usageOnly = "aggregation meter included includedProrated commitment".split(" ");
const known = new Set([..."charge every anchor timing proration model vat unitCost".split(" "), ...usageOnly]);
const charges = ["recurring", "usage", "one_off"] as const;
const bases: readonly ProrationBasis[] = ["day", "second", "fixed_30", "none", "full"];
const timings: readonly Timing[] = ["advance", "arrears"];
const aggregations: readonly Aggregation[] = ["count", "sum", "max", "unique", "latest", "weighted_sum"];

/** One entry of `prices`. Null with complaints when it cannot be used. */
export function readPrice(
  from: CaseReading,
  id: string,
  value: unknown,
  place: Place,
  defaultVat: VatTreatment,
): CasePrice | null {
  const { reading } = from;
  const fields = objectAt(reading, value, place, known);
  if (!fields) return null;
  const kind = choiceIn(reading, fields, place, "charge", charges) ?? "recurring";
  const model = readModel(reading, fields["model"], at(place, "model"));
  if (!model) return null;
  if (kind !== "usage")
    for (const key of usageOnly)
      if (fields[key] !== undefined) complain(reading, at(place, key), 'belongs to a price with "charge": "usage"');
  if (model.kind === "percentage" && fields["included"] !== undefined)
    complain(reading, at(place, "included"), "does not go with a percentage; use freeUnits in the model");
  if (model.kind === "cost_plus" && fields["unitCost"] === undefined)
    complain(reading, at(place, "unitCost"), "is missing: a cost_plus price needs the cost of one unit");
  return {
    id,
    kind,
    cadence: cadenceIn(from, fields, place, "every") ?? { unit: "month", count: 1 },
    anchor: readAnchor(from, fields["anchor"], at(place, "anchor")),
    timing: choiceIn(reading, fields, place, "timing", timings) ?? (kind === "usage" ? "arrears" : "advance"),
    proration: choiceIn(reading, fields, place, "proration", bases) ?? "day",
    model,
    vat: vatIn(from, fields, place) ?? defaultVat,
    aggregation: choiceIn(reading, fields, place, "aggregation", aggregations) ?? "sum",
    includedProrated: flagIn(reading, fields, place, "includedProrated"),
    ...spread("meter", textIn(reading, fields, place, "meter")),
    ...spread("included", decimalIn(reading, fields, place, "included", "zero_or_more")),
    ...spread("unitCost", decimalIn(reading, fields, place, "unitCost", "zero_or_more")),
    ...spread("commitment", readCommitment(from, fields["commitment"], at(place, "commitment"))),
  };
}

function readAnchor(from: CaseReading, value: unknown, place: Place): Anchor {
  if (value === undefined || value === "calendar") return { kind: "calendar" };
  if (value === "anniversary") return { kind: "anniversary" };
  const fields = typeof value === "object" ? objectAt(from.reading, value, place, new Set(["date", "dayOfMonth"])) : null;
  const date = fields && momentIn(from, fields, place, "date");
  if (date) return { kind: "date", date };
  const day = fields && wholeIn(from.reading, fields, place, "dayOfMonth", 1, 31);
  if (day) return { kind: "day_of_month", day };
  complain(from.reading, place, 'must be "calendar", "anniversary", {"date": "2026-01-31"} or {"dayOfMonth": 31}');
  return { kind: "calendar" };
}

function readCommitment(from: CaseReading, value: unknown, place: Place): CasePrice["commitment"] {
  if (value === undefined) return undefined;
  const fields = objectAt(from.reading, value, place, new Set(["minimum", "every"]));
  if (!fields) return { minimum: zero, cadence: { unit: "month", count: 1 } };
  const minimum = needDecimal(from.reading, fields, place, "minimum", "zero_or_more");
  return { minimum, cadence: cadenceIn(from, fields, place, "every") ?? { unit: "month", count: 1 } };
}
