/** Reads a price model from JSON (see PriceModelJson) into exact fractions. */
import { divide, rational, zero } from "#platform/rational.ts";
import type { ModelLimits, PriceModel, Tier } from "./models.ts";
import {
  at,
  CaseError,
  complain,
  decimalIn,
  exactlyOne,
  type Fields,
  flagIn,
  listOf,
  needDecimal,
  objectAt,
  type Place,
  type Reading,
  root,
  startReading,
} from "./read.ts";
import type { PriceModelJson } from "./types.ts";

const limits = ["kind", "freeUnits", "minimum", "maximum"];
const known: Record<PriceModel["kind"], ReadonlySet<string>> = {
  flat: new Set([...limits, "amount"]),
  per_unit: new Set([...limits, "unitPrice"]),
  volume: new Set([...limits, "tiers", "flatFeeAtZero"]),
  graduated: new Set([...limits, "tiers", "overageUnitPrice", "flatFeeAtZero"]),
  package: new Set([...limits, "size", "price"]),
  stair_step: new Set([...limits, "steps", "overageUnitPrice"]),
  percentage: new Set([...limits, "percent", "fixedFee", "freeTransactions", "transactionMinimum", "transactionMaximum"]),
  cost_plus: new Set([...limits, "markupPercent", "marginPercent"]),
};
const tierFields = new Set(["upTo", "unitPrice", "flatFee", "percent", "packageSize"]);
const stepFields = new Set(["upTo", "price"]);

/** A price model from its JSON. Throws CaseError naming each wrong place. */
export function readPriceModel(json: PriceModelJson): PriceModel {
  const reading = startReading();
  const model = readModel(reading, json, at(root, "price"));
  if (reading.issues.length > 0 || !model) throw new CaseError(reading.issues);
  return model;
}

/** The model at a place, or null with complaints. */
export function readModel(reading: Reading, value: unknown, place: Place): PriceModel | null {
  const kind = typeof value === "object" && value !== null ? (value as { kind?: unknown }).kind : undefined;
  if (typeof kind !== "string" || !Object.hasOwn(known, kind)) {
    complain(reading, at(place, "kind"), `must be one of ${Object.keys(known).join(", ")}`);
    return null;
  }
  const fields = objectAt(reading, value, place, known[kind as PriceModel["kind"]]);
  if (!fields) return null;
  const optional = (key: string) => decimalIn(reading, fields, place, key, "zero_or_more");
  const needed = (key: string) => needDecimal(reading, fields, place, key, "zero_or_more");
  const common = readLimits(reading, fields, place);
  const overage = () => spread("overageUnitPrice", optional("overageUnitPrice"));
  const atZero = () => (flagIn(reading, fields, place, "flatFeeAtZero") ? { flatFeeAtZero: true } : {});
  switch (kind as PriceModel["kind"]) {
    case "flat":
      return { kind: "flat", amount: needed("amount"), ...common };
    case "per_unit":
      return { kind: "per_unit", unitPrice: needed("unitPrice"), ...common };
    case "volume":
      return { kind: "volume", tiers: readTiers(reading, fields, place), ...atZero(), ...common };
    case "graduated":
      return { kind: "graduated", tiers: readTiers(reading, fields, place), ...overage(), ...atZero(), ...common };
    case "package":
      return {
        kind: "package",
        size: needDecimal(reading, fields, place, "size", "above_zero"),
        price: needed("price"),
        ...common,
      };
    case "stair_step":
      return { kind: "stair_step", steps: readSteps(reading, fields, place), ...overage(), ...common };
    case "percentage":
      return {
        kind: "percentage",
        percent: needed("percent"),
        ...spread("fixedFee", optional("fixedFee")),
        ...spread("freeTransactions", optional("freeTransactions")),
        ...spread("transactionMinimum", optional("transactionMinimum")),
        ...spread("transactionMaximum", optional("transactionMaximum")),
        ...common,
      };
    case "cost_plus": {
      exactlyOne(reading, fields, place, ["markupPercent", "marginPercent"]);
      const margin = decimalIn(reading, fields, place, "marginPercent", "percent");
      if (margin && margin.num === margin.den * 100n) complain(reading, at(place, "marginPercent"), "must be below 100");
      return {
        kind: "cost_plus",
        ...spread("markupPercent", optional("markupPercent")),
        ...spread("marginPercent", margin),
        ...common,
      };
    }
  }
}

/** {key: value}, or nothing when there is no value: optional fields are absent, never undefined. */
export const spread = <K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } =>
  value === undefined ? {} : ({ [key]: value } as { [P in K]?: V });

function readLimits(reading: Reading, fields: Fields, place: Place): ModelLimits {
  const [freeUnits, minimum, maximum] = ["freeUnits", "minimum", "maximum"].map((key) =>
    decimalIn(reading, fields, place, key, "zero_or_more"),
  );
  if (minimum && maximum && minimum.num * maximum.den > maximum.num * minimum.den) {
    complain(reading, at(place, "minimum"), "must not be above maximum");
  }
  return { ...spread("freeUnits", freeUnits), ...spread("minimum", minimum), ...spread("maximum", maximum) };
}

function readTiers(reading: Reading, fields: Fields, place: Place): Tier[] {
  const tiers = listOf(reading, fields, place, "tiers", (value, tierPlace): Tier | null => {
    const tier = objectAt(reading, value, tierPlace, tierFields);
    if (!tier) return null;
    const percent = decimalIn(reading, tier, tierPlace, "percent", "zero_or_more");
    const unitPrice = decimalIn(reading, tier, tierPlace, "unitPrice", "zero_or_more");
    const flatFee = decimalIn(reading, tier, tierPlace, "flatFee", "zero_or_more");
    if (percent && unitPrice) complain(reading, tierPlace, "must not have both percent and unitPrice");
    if (!percent && !unitPrice && !flatFee) complain(reading, tierPlace, "must have unitPrice, percent or flatFee");
    return {
      upTo: decimalIn(reading, tier, tierPlace, "upTo", "above_zero") ?? null,
      unitPrice: percent ? divide(percent, rational(100n)) : (unitPrice ?? zero),
      flatFee: flatFee ?? zero,
      ...spread("packageSize", decimalIn(reading, tier, tierPlace, "packageSize", "above_zero")),
    };
  });
  checkBands(reading, at(place, "tiers"), tiers);
  return tiers;
}

function readSteps(reading: Reading, fields: Fields, place: Place) {
  const steps = listOf(reading, fields, place, "steps", (value, stepPlace) => {
    const step = objectAt(reading, value, stepPlace, stepFields);
    if (!step) return null;
    return {
      upTo: decimalIn(reading, step, stepPlace, "upTo", "above_zero") ?? null,
      price: needDecimal(reading, step, stepPlace, "price", "zero_or_more"),
    };
  });
  checkBands(reading, at(place, "steps"), steps);
  return steps;
}

/** Bands must rise, and only the last may be open. */
export function checkBands(reading: Reading, place: Place, bands: readonly { readonly upTo: Tier["upTo"] }[]): void {
  if (bands.length === 0) complain(reading, place, "must have at least one band");
  for (let i = 0; i + 1 < bands.length; i += 1) {
    const [upTo, next] = [bands[i]!.upTo, bands[i + 1]!.upTo];
    if (upTo === null) complain(reading, at(at(place, i), "upTo"), "is missing: only the last band may be open");
    else if (next !== null && upTo.num * next.den >= next.num * upTo.den) {
      complain(reading, at(at(place, i + 1), "upTo"), "must be above the band before it");
    }
  }
}
