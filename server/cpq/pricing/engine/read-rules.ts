/** Reads the rules that change a price: discounts, promotions and guards. */
import { parseMoney } from "#platform/money.ts";
import { type Rational, zero } from "#platform/rational.ts";
import type { DiscountTable, Guard, HeaderDiscount, Promotion, PromotionEffect } from "./case.ts";
import type { Tier } from "./models.ts";
import * as r from "./read.ts";
import type { Fields, Place, Reading } from "./read.ts";
import { checkBands } from "./read-model.ts";
import { readScope, readValidity, scopeKeys, textSet } from "./read-scope.ts";

const effects = ["percentOff", "amountOffPerUnit", "unitPrice", "buyGet"] as const;
const guardLimits = ["floorPrice", "minMarginPercent", "minMarkupPercent", "maxDiscountPercent"] as const;
const known = {
  familyVolume: new Set(["id", "families", "mode", "tiers", "from", "until"]),
  schedule: new Set([...scopeKeys, "id", "mode", "basis", "acrossLines", "currency", "tiers"]),
  discountTier: new Set(["upTo", "percent", "amount"]),
  promotion: new Set<string>([...scopeKeys, "id", "code", "segment", "minQuantity", "currency", "stackable", ...effects]),
  buyGet: new Set(["buy", "free"]),
  header: new Set(["reason", "percent", "amount"]),
  guard: new Set<string>([...scopeKeys, "id", "action", "currency", ...guardLimits]),
};

/** Discount bands; the last must be open, so that a large quantity never silently loses its discount. */
function readDiscountTiers(reading: Reading, fields: Fields, place: Place): { tiers: Tier[]; unit: "percent" | "amount" } {
  const units = new Set<string>();
  const tiers = r.listOf(reading, fields, place, "tiers", (value, tierPlace): Tier | null => {
    const tier = r.objectAt(reading, value, tierPlace, known.discountTier);
    if (!tier) return null;
    const unit = r.exactlyOne(reading, tier, tierPlace, ["percent", "amount"]);
    if (!unit) return null;
    units.add(unit);
    return {
      upTo: r.decimalIn(reading, tier, tierPlace, "upTo", "above_zero") ?? null,
      unitPrice: r.needDecimal(reading, tier, tierPlace, unit, unit === "percent" ? "percent" : "zero_or_more"),
      flatFee: zero,
    };
  });
  const tiersPlace = r.at(place, "tiers");
  checkBands(reading, tiersPlace, tiers);
  if (units.size > 1) r.complain(reading, tiersPlace, "must all use percent or all use amount");
  if (tiers.length > 0 && tiers.at(-1)!.upTo !== null) {
    r.complain(
      reading,
      r.at(r.at(tiersPlace, tiers.length - 1), "upTo"),
      "must be left out: the last band of a discount is open",
    );
  }
  return { tiers, unit: units.has("amount") ? "amount" : "percent" };
}

export function readFamilyVolume(reading: Reading, value: unknown, place: Place, currency: string): DiscountTable | null {
  const fields = r.objectAt(reading, value, place, known.familyVolume);
  if (!fields) return null;
  if (fields["families"] === undefined) r.complain(reading, r.at(place, "families"), "is missing");
  return {
    id: r.needText(reading, fields, place, "id"),
    scope: { products: null, families: textSet(reading, fields, place, "families") },
    validity: readValidity(reading, fields, place),
    mode: r.choiceIn(reading, fields, place, "mode", ["volume", "graduated"]) ?? "volume",
    basis: "quantity",
    acrossLines: true,
    currency,
    ...readDiscountTiers(reading, fields, place),
  };
}

export function readSchedule(reading: Reading, value: unknown, place: Place, currency: string): DiscountTable | null {
  const fields = r.objectAt(reading, value, place, known.schedule);
  if (!fields) return null;
  const mode = r.choiceIn(reading, fields, place, "mode", ["volume", "graduated"]) ?? "volume";
  const basis = r.choiceIn(reading, fields, place, "basis", ["quantity", "term_months"]) ?? "quantity";
  if (basis === "term_months" && mode === "graduated") {
    r.complain(reading, r.at(place, "mode"), "must be volume when basis is term_months");
  }
  return {
    id: r.needText(reading, fields, place, "id"),
    scope: readScope(reading, fields, place),
    validity: readValidity(reading, fields, place),
    mode,
    basis,
    acrossLines: r.flagIn(reading, fields, place, "acrossLines"),
    currency: r.currencyIn(reading, fields, place, "currency") ?? currency,
    ...readDiscountTiers(reading, fields, place),
  };
}

export function readPromotion(reading: Reading, value: unknown, place: Place, currency: string): Promotion | null {
  const fields = r.objectAt(reading, value, place, known.promotion);
  if (!fields) return null;
  const which = r.exactlyOne(reading, fields, place, effects);
  if (!which) return null;
  return {
    id: r.needText(reading, fields, place, "id"),
    code: r.textIn(reading, fields, place, "code") ?? null,
    segment: r.textIn(reading, fields, place, "segment") ?? null,
    scope: readScope(reading, fields, place),
    validity: readValidity(reading, fields, place),
    minQuantity: r.decimalIn(reading, fields, place, "minQuantity", "zero_or_more") ?? null,
    currency: r.currencyIn(reading, fields, place, "currency") ?? currency,
    effect: readEffect(reading, fields, place, which),
    stackable: r.flagIn(reading, fields, place, "stackable"),
  };
}

function readEffect(reading: Reading, fields: Fields, place: Place, which: (typeof effects)[number]): PromotionEffect {
  if (which === "percentOff") return { kind: which, percent: r.needDecimal(reading, fields, place, which, "percent") };
  if (which === "amountOffPerUnit") return { kind: which, amount: r.needDecimal(reading, fields, place, which, "zero_or_more") };
  if (which === "unitPrice") return { kind: which, price: r.needDecimal(reading, fields, place, which, "zero_or_more") };
  const buyPlace = r.at(place, "buyGet");
  const buyGet = r.objectAt(reading, fields["buyGet"], buyPlace, known.buyGet) ?? {};
  return {
    kind: which,
    buy: r.needDecimal(reading, buyGet, buyPlace, "buy", "above_zero"),
    free: r.needDecimal(reading, buyGet, buyPlace, "free", "above_zero"),
  };
}

export function readHeaderDiscount(reading: Reading, value: unknown, place: Place, currency: string): HeaderDiscount | null {
  const fields = r.objectAt(reading, value, place, known.header);
  if (!fields) return null;
  const which = r.exactlyOne(reading, fields, place, ["percent", "amount"]);
  const rule = r.textIn(reading, fields, place, "reason") ?? "header discount";
  if (which === "percent") {
    return { rule, percent: r.needDecimal(reading, fields, place, "percent", "percent"), amountMinor: null };
  }
  return which === "amount" ? { rule, percent: null, amountMinor: minorIn(reading, fields, place, "amount", currency) } : null;
}

/** An amount that must be whole minor units: "50.00" in EUR, never "50.005". */
export function minorIn(reading: Reading, fields: Fields, place: Place, key: string, currency: string): bigint {
  const exact = r.decimalIn(reading, fields, place, key, "zero_or_more");
  try {
    return exact ? parseMoney(String(fields[key]), currency) : 0n;
  } catch {
    r.complain(reading, r.at(place, key), `has more digits than ${currency} allows`);
    return 0n;
  }
}

export function readGuard(reading: Reading, value: unknown, place: Place, currency: string): Guard | null {
  const fields = r.objectAt(reading, value, place, known.guard);
  if (!fields) return null;
  const limit = r.exactlyOne(reading, fields, place, guardLimits);
  if (!limit) return null;
  const action = r.choiceIn(reading, fields, place, "action", ["raise", "flag"]);
  if (!action) r.complain(reading, r.at(place, "action"), "is missing: raise or flag");
  if (limit === "maxDiscountPercent" && action === "raise") r.complain(reading, r.at(place, "action"), "must be flag here");
  const bound = limit === "minMarginPercent" || limit === "maxDiscountPercent" ? "percent" : "zero_or_more";
  const limitValue: Rational = r.needDecimal(reading, fields, place, limit, bound);
  if (limit === "minMarginPercent" && limitValue.num === limitValue.den * 100n) {
    r.complain(reading, r.at(place, limit), "must be below 100");
  }
  return {
    id: r.needText(reading, fields, place, "id"),
    scope: readScope(reading, fields, place),
    validity: readValidity(reading, fields, place),
    action: action ?? "flag",
    currency: r.currencyIn(reading, fields, place, "currency") ?? currency,
    limit,
    value: limitValue,
  };
}
