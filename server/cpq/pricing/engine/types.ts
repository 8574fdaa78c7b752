/**
 * The words of pricing, and the JSON a case is written in.
 *
 * - **case**: everything one price computation needs: lines, price lists, rules, rates, taxes. Same case, same result, for ever.
 * - **price list**: list prices in one currency, for a segment, a region and a span of days.
 * - **contracted price**: what this customer agreed, in place of or off the list price.
 * - **model**: how a quantity becomes an amount (see models.ts).
 * - **family volume**: a discount earned by the quantity of a whole product family in the case.
 * - **schedule**: a discount table by quantity or term, for all units (volume) or band by band (graduated).
 * - **header discount**: a discount on the whole document, spread over the lines by largest remainder.
 * - **guard**: a floor price, a margin or a greatest discount; it raises the price or flags it for approval.
 * - **term**: how many periods (months, years ...) a line runs; **ramp**: segments of a term with their own quantity or price.
 * - **step**: one move of a line's amount, with its rule and its exact operand; the list of steps is the **derivation**.
 *
 * Money and decimals are strings ("12.50"), never JSON numbers; days are "2026-03-01"; percents are "12.5" for 12.5 %.
 */
import type { RoundingPolicy } from "#platform/rounding.ts";

/** How often a price is charged. */
export type Per = "once" | "week" | "month" | "quarter" | "half_year" | "year";
export type Decimal = string;
export type Day = string;

/** Which lines a rule touches: those of these products or families; all lines when neither is given. */
export interface ScopeJson {
  products?: string[];
  families?: string[];
}
/** First and last day a rule holds, both inclusive. */
export interface ValidityJson {
  from?: Day;
  until?: Day;
}

export interface TierJson {
  /** Last quantity of the band, inclusive. Left out on the last band: and above. */
  upTo?: Decimal;
  unitPrice?: Decimal;
  flatFee?: Decimal;
  /** In place of unitPrice: a share of the amounts handled in this band. */
  percent?: Decimal;
  packageSize?: Decimal;
}
interface LimitsJson {
  freeUnits?: Decimal;
  minimum?: Decimal;
  maximum?: Decimal;
}
export type PriceModelJson =
  | ({ kind: "flat"; amount: Decimal } & LimitsJson)
  | ({ kind: "per_unit"; unitPrice: Decimal } & LimitsJson)
  | ({ kind: "volume"; tiers: TierJson[]; flatFeeAtZero?: boolean } & LimitsJson)
  | ({ kind: "graduated"; tiers: TierJson[]; overageUnitPrice?: Decimal; flatFeeAtZero?: boolean } & LimitsJson)
  | ({ kind: "package"; size: Decimal; price: Decimal } & LimitsJson)
  | ({ kind: "stair_step"; steps: { upTo?: Decimal; price: Decimal }[]; overageUnitPrice?: Decimal } & LimitsJson)
  | ({
      kind: "percentage";
      percent: Decimal;
      fixedFee?: Decimal;
      freeTransactions?: Decimal;
      transactionMinimum?: Decimal;
      transactionMaximum?: Decimal;
    } & LimitsJson)
  | ({ kind: "cost_plus"; markupPercent?: Decimal; marginPercent?: Decimal } & LimitsJson);

/** A share of other lines of the case, such as support at 18 % of the licences. Never covers another such line. */
export interface PercentOfTotalJson {
  kind: "percent_of_total";
  percent: Decimal;
  of?: ScopeJson & { lines?: string[] };
  /** "period": one period of each covered line; "total": its whole net. Default: "total" for a one-off line, else "period". */
  basis?: "period" | "total";
}
export type PriceJson = PriceModelJson | PercentOfTotalJson;

export interface ProductJson {
  id: string;
  family?: string;
  taxClass?: string;
  unitCost?: Decimal;
  /** Currency of unitCost; the case's by default. */
  costCurrency?: string;
}
export interface PriceListJson extends ValidityJson {
  id: string;
  currency: string;
  segment?: string;
  region?: string;
  /** The list's prices include tax. Only lists that say the same as the case are used. Default false. */
  taxIncluded?: boolean;
  /** Between equally specific lists the greater wins. Default 0. */
  priority?: number;
  prices: { product: string; per?: Per; price: PriceJson }[];
}
export interface ContractJson extends ScopeJson, ValidityJson {
  id: string;
  customer?: string;
  /** Needed when price is given in another currency than the case's. */
  currency?: string;
  /** Exactly one: its own price, or a discount off the list price. */
  price?: PriceModelJson;
  percentOff?: Decimal;
}
export interface DiscountTierJson {
  upTo?: Decimal;
  percent?: Decimal;
  /** Amount off each unit. */
  amount?: Decimal;
}
export interface FamilyVolumeJson extends ValidityJson {
  id: string;
  families: string[];
  mode?: "volume" | "graduated";
  tiers: DiscountTierJson[];
}
export interface PromotionJson extends ScopeJson, ValidityJson {
  id: string;
  /** Applies only when the case's `promotionCodes` name it. */
  code?: string;
  segment?: string;
  minQuantity?: Decimal;
  currency?: string;
  /** Exactly one of the four. */
  percentOff?: Decimal;
  amountOffPerUnit?: Decimal;
  unitPrice?: Decimal;
  buyGet?: { buy: Decimal; free: Decimal };
  /** Stackable promotions all apply, in order of id, after the best one of the others. Default false. */
  stackable?: boolean;
}
export interface DiscountScheduleJson extends ScopeJson, ValidityJson {
  id: string;
  mode?: "volume" | "graduated";
  /** What the bands count: units, or months of the term (volume only). Default "quantity". */
  basis?: "quantity" | "term_months";
  /** Count the units of all lines in scope together. Default false. */
  acrossLines?: boolean;
  currency?: string;
  tiers: DiscountTierJson[];
}
export interface LineDiscountJson {
  reason?: string;
  /** Exactly one; amount is off one period of the line. */
  percent?: Decimal;
  amountPerUnit?: Decimal;
  amount?: Decimal;
  unitPrice?: Decimal;
}
export interface HeaderDiscountJson {
  reason?: string;
  /** Exactly one; both are of the document over its whole term. */
  percent?: Decimal;
  amount?: Decimal;
}
export interface GuardJson extends ScopeJson, ValidityJson {
  id: string;
  /** "raise" lifts the price to the limit; "flag" keeps it and reports a finding. */
  action: "raise" | "flag";
  currency?: string;
  /** Exactly one. */
  floorPrice?: Decimal;
  minMarginPercent?: Decimal;
  minMarkupPercent?: Decimal;
  /** Greatest discount off list; "flag" only. */
  maxDiscountPercent?: Decimal;
}
export interface ExchangeRateJson {
  from: string;
  to: string;
  /** How many units of `to` one unit of `from` buys. */
  rate: Decimal;
  source: string;
  date: Day;
}
/** VAT category codes of EN 16931 (UNCL 5305): S standard or reduced, Z zero, E exempt, AE reverse charge, K, G, O, L, M. */
export type TaxCategory = "S" | "Z" | "E" | "AE" | "K" | "G" | "O" | "L" | "M";
export interface TaxJson {
  category: TaxCategory;
  percent: Decimal;
  reason?: string;
  /** Tax contained in the prices of a tax-inclusive case when it is not `percent` (reverse charge, exports). */
  includedPercent?: Decimal;
}
export interface TaxRuleJson extends TaxJson, ValidityJson {
  id: string;
  taxClass?: string;
  region?: string;
  taxStatus?: string;
}
/** How many periods: a count, or a span of days with `end` as its last day. */
export interface TermJson {
  periods?: Decimal;
  start?: Day;
  end?: Day;
  /** Where periods begin: at `start`, on the calendar (1st of the month, of January ...), or on `day`. Default "start". */
  anchor?: "start" | "calendar" | "day";
  /** For anchor "day": 1-31 (clamped to the month's end), 1-7 from Monday for weeks; `month` for quarters and longer. */
  day?: number;
  month?: number;
  /** A partial period is charged by its days, in full, or not at all. Default "prorate". */
  partial?: "prorate" | "full" | "free";
  /** Days of a partial month: real days over real days, over 30, or both counted 30/360. Default "actual". */
  days?: "actual" | "fixed_30" | "strict_30";
  /** Partial quarters and years: by days of the period, or whole months first. Default "days". */
  partialBy?: "days" | "months";
}
export interface RampSegmentJson {
  label?: string;
  term: TermJson;
  quantity?: Decimal;
  unitPrice?: Decimal;
  percentOff?: Decimal;
  upliftPercent?: Decimal;
}
export interface LineJson {
  /** Unique in the case; its number from 1 by default. */
  id?: string;
  product?: string;
  /** The product's family by default. */
  family?: string;
  quantity: Decimal;
  per?: Per;
  /** Prices the line without a price list. */
  price?: PriceJson;
  /** Short for price {kind: "per_unit"}. */
  unitPrice?: Decimal;
  unitCost?: Decimal;
  /** For percentage prices: the amounts handled, or only how many. */
  transactions?: Decimal[];
  transactionCount?: Decimal;
  discounts?: LineDiscountJson[];
  /** Takes no part in the header discount. */
  noHeaderDiscount?: boolean;
  term?: TermJson;
  ramp?: RampSegmentJson[];
  taxClass?: string;
  tax?: TaxJson;
}
export interface RoundingJson {
  policy?: RoundingPolicy;
  /** Round the net unit price to so many digits before it is extended. Exact when left out. */
  unitPriceDigits?: number;
  /** Round what is to be paid to a multiple of this, such as "0.05" for cash in CHF. */
  payableIncrement?: Decimal;
}
export interface PriceCaseJson {
  currency: string;
  date: Day;
  /** Amounts include tax. Default false. */
  taxIncluded?: boolean;
  customer?: { id?: string; segment?: string; region?: string; taxStatus?: string };
  rounding?: RoundingJson;
  products?: ProductJson[];
  priceLists?: PriceListJson[];
  contracts?: ContractJson[];
  familyVolumes?: FamilyVolumeJson[];
  promotions?: PromotionJson[];
  promotionCodes?: string[];
  discountSchedules?: DiscountScheduleJson[];
  headerDiscount?: HeaderDiscountJson;
  guards?: GuardJson[];
  exchangeRates?: ExchangeRateJson[];
  taxRules?: TaxRuleJson[];
  /** The tax of lines that have none of their own, in place of tax rules. */
  tax?: TaxJson;
  /** Totals are also given in this currency (VAT accounting currency). */
  reportingCurrency?: string;
  lines: LineJson[];
}
