/**
 * Price models: how a quantity becomes an amount. Quotes, usage rating and the browser preview share these.
 * Quantities, unit prices, fees and percents are exact fractions; amounts are in major units (EUR, not cents).
 */
import type { Rational } from "#platform/rational.ts";

/** One band of a tier table. A band holds the quantities above the band before it, up to and including `upTo`. */
export interface Tier {
  /** The last quantity of the band, inclusive; null on the last band means "and above". */
  readonly upTo: Rational | null;
  /** Price of one unit, or of one package when `packageSize` is set. */
  readonly unitPrice: Rational;
  /** Charged once when the band is used. */
  readonly flatFee: Rational;
  /** Units of this band are sold in whole packages of this size, a started one counting whole. */
  readonly packageSize?: Rational;
}

/** What every model may add: free units first, then a charge that is never below `minimum` nor above `maximum`. */
export interface ModelLimits {
  readonly freeUnits?: Rational;
  readonly minimum?: Rational;
  readonly maximum?: Rational;
}

/** The quantity does not matter. */
export interface FlatModel extends ModelLimits {
  readonly kind: "flat";
  readonly amount: Rational;
}
/** quantity x unit price. */
export interface PerUnitModel extends ModelLimits {
  readonly kind: "per_unit";
  readonly unitPrice: Rational;
}
/** The band reached prices every unit ("range", "all units"). */
export interface VolumeModel extends ModelLimits {
  readonly kind: "volume";
  readonly tiers: readonly Tier[];
  readonly flatFeeAtZero?: boolean;
}
/** Each unit is priced by its own band ("slab"); units above the last closed band cost `overageUnitPrice`. */
export interface GraduatedModel extends ModelLimits {
  readonly kind: "graduated";
  readonly tiers: readonly Tier[];
  readonly overageUnitPrice?: Rational;
  readonly flatFeeAtZero?: boolean;
}
/** Whole packages of `size` units at `price` each, a started one counting whole. */
export interface PackageModel extends ModelLimits {
  readonly kind: "package";
  readonly size: Rational;
  readonly price: Rational;
}
/** One price for the whole band reached ("block"); units above the last closed band cost `overageUnitPrice`. */
export interface StairStepModel extends ModelLimits {
  readonly kind: "stair_step";
  readonly steps: readonly { readonly upTo: Rational | null; readonly price: Rational }[];
  readonly overageUnitPrice?: Rational;
}
/** A share of the amounts handled; the quantity is their sum, `transactions` (see RatingContext) their list. */
export interface PercentageModel extends ModelLimits {
  readonly kind: "percentage";
  readonly percent: Rational;
  /** Charged per transaction that is not free. */
  readonly fixedFee?: Rational;
  /** The first so many transactions are free, as long as `freeUnits` (if set) are not used up either. */
  readonly freeTransactions?: Rational;
  readonly transactionMinimum?: Rational;
  readonly transactionMaximum?: Rational;
}
/** Unit cost plus a markup on the cost, or such that the margin is a share of the price. Exactly one is set. */
export interface CostPlusModel extends ModelLimits {
  readonly kind: "cost_plus";
  readonly markupPercent?: Rational;
  readonly marginPercent?: Rational;
}

export type PriceModel =
  | FlatModel
  | PerUnitModel
  | VolumeModel
  | GraduatedModel
  | PackageModel
  | StairStepModel
  | PercentageModel
  | CostPlusModel;

/** What a model needs beside the quantity. */
export interface RatingContext {
  /** For cost_plus: cost of one unit. */
  readonly unitCost?: Rational;
  /** For percentage: the amounts handled, in order; their sum should be the quantity. */
  readonly transactions?: readonly Rational[];
  /** For percentage without `transactions`: how many there were (default 1). */
  readonly transactionCount?: Rational;
}

export type TierRule =
  | "free_units"
  | "flat"
  | "unit"
  | "tier"
  | "package"
  | "block"
  | "overage"
  | "percent"
  | "fixed_fee"
  | "transaction_limit"
  | "cost_plus"
  | "minimum"
  | "maximum";

/** One part of the charge. The amounts of the steps always add up to the amount rated. */
export interface TierStep {
  readonly rule: TierRule;
  /** Which band, counted from 1; 0 where there are no bands. */
  readonly tier: number;
  /** Units (packages for "package") priced by this step. */
  readonly quantity: Rational;
  readonly unitPrice: Rational;
  readonly flatFee: Rational;
  readonly amount: Rational;
}
