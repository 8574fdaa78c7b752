/** A case once read: the JSON of types.ts with exact fractions, day numbers and sets. Internal to the engine. */
import type { Rational } from "#platform/rational.ts";
import type { RoundingPolicy } from "#platform/rounding.ts";
import type { PriceModel, Tier } from "./models.ts";
import type { Span } from "./proration.ts";
import type { Per, TaxCategory } from "./types.ts";

/** null means every product (family). */
export interface Scope {
  readonly products: ReadonlySet<string> | null;
  readonly families: ReadonlySet<string> | null;
}
/** First and last day, both inclusive; null means open. */
export interface Validity {
  readonly from: number | null;
  readonly until: number | null;
}
export interface PercentOfTotal {
  readonly kind: "percent_of_total";
  readonly percent: Rational;
  readonly scope: Scope;
  readonly lines: ReadonlySet<string> | null;
  readonly basis: "period" | "total" | null;
}
export type Price = PriceModel | PercentOfTotal;

export interface Product {
  readonly id: string;
  readonly family: string | null;
  readonly taxClass: string | null;
  readonly unitCost: Rational | null;
  readonly costCurrency: string;
}
export interface ListPrice {
  readonly per: Per;
  readonly price: Price;
}
export interface PriceList {
  readonly id: string;
  readonly currency: string;
  readonly segment: string | null;
  readonly region: string | null;
  readonly taxIncluded: boolean;
  readonly priority: number;
  readonly validity: Validity;
  readonly prices: ReadonlyMap<string, readonly ListPrice[]>;
}
export interface Contract {
  readonly id: string;
  readonly customer: string | null;
  readonly currency: string;
  readonly scope: Scope;
  readonly validity: Validity;
  /** Its own price, or a discount off the list price. */
  readonly terms: { readonly price: PriceModel } | { readonly percentOff: Rational };
}
/** Tiers carry the percent (or the amount off a unit) as their unit price. */
export interface DiscountTable {
  readonly id: string;
  readonly scope: Scope;
  readonly validity: Validity;
  readonly mode: "volume" | "graduated";
  readonly basis: "quantity" | "term_months";
  readonly unit: "percent" | "amount";
  readonly acrossLines: boolean;
  readonly currency: string;
  readonly tiers: readonly Tier[];
}
export type PromotionEffect =
  | { readonly kind: "percentOff"; readonly percent: Rational }
  | { readonly kind: "amountOffPerUnit"; readonly amount: Rational }
  | { readonly kind: "unitPrice"; readonly price: Rational }
  | { readonly kind: "buyGet"; readonly buy: Rational; readonly free: Rational };
export interface Promotion {
  readonly id: string;
  readonly code: string | null;
  readonly segment: string | null;
  readonly scope: Scope;
  readonly validity: Validity;
  readonly minQuantity: Rational | null;
  readonly currency: string;
  readonly effect: PromotionEffect;
  readonly stackable: boolean;
}
export interface LineDiscount {
  readonly rule: string;
  readonly kind: "percent" | "amountPerUnit" | "amount" | "unitPrice";
  readonly value: Rational;
}
export interface HeaderDiscount {
  readonly rule: string;
  readonly percent: Rational | null;
  readonly amountMinor: bigint | null;
}
export type GuardLimit = "floorPrice" | "minMarginPercent" | "minMarkupPercent" | "maxDiscountPercent";
export interface Guard {
  readonly id: string;
  readonly scope: Scope;
  readonly validity: Validity;
  readonly action: "raise" | "flag";
  readonly currency: string;
  readonly limit: GuardLimit;
  readonly value: Rational;
}
export interface ExchangeRate {
  readonly from: string;
  readonly to: string;
  readonly rate: Rational;
  readonly source: string;
  readonly date: number;
}
export interface Tax {
  readonly category: TaxCategory;
  readonly percent: Rational;
  readonly reason: string | null;
  readonly includedPercent: Rational | null;
}
export interface TaxRule {
  readonly id: string;
  readonly taxClass: string | null;
  readonly region: string | null;
  readonly taxStatus: string | null;
  readonly validity: Validity;
  readonly tax: Tax;
}
/** A count of periods, or days to count them from; the span's `per` is the line's. */
export type Term = { readonly periods: Rational } | { readonly span: Omit<Span, "per"> };
export interface RampSegment {
  readonly label: string;
  readonly term: Term;
  readonly quantity: Rational | null;
  readonly unitPrice: Rational | null;
  readonly factor: Rational | null;
}
export interface Line {
  readonly index: number;
  readonly id: string;
  readonly product: string | null;
  readonly family: string | null;
  readonly quantity: Rational;
  readonly per: Per | null;
  readonly price: Price | null;
  readonly unitCost: Rational | null;
  readonly transactions: readonly Rational[] | null;
  readonly transactionCount: Rational | null;
  readonly discounts: readonly LineDiscount[];
  readonly noHeaderDiscount: boolean;
  readonly term: Term | null;
  readonly ramp: readonly RampSegment[];
  readonly taxClass: string | null;
  readonly tax: Tax | null;
}
export interface Customer {
  readonly id: string | null;
  readonly segment: string | null;
  readonly region: string | null;
  readonly taxStatus: string | null;
}
export interface PriceCase {
  readonly currency: string;
  readonly date: number;
  readonly taxIncluded: boolean;
  readonly customer: Customer;
  readonly policy: RoundingPolicy;
  readonly unitPriceDigits: number | null;
  readonly payableIncrementMinor: bigint | null;
  readonly products: ReadonlyMap<string, Product>;
  readonly priceLists: readonly PriceList[];
  readonly contracts: readonly Contract[];
  readonly familyVolumes: readonly DiscountTable[];
  readonly promotions: readonly Promotion[];
  readonly promotionCodes: ReadonlySet<string>;
  readonly discountSchedules: readonly DiscountTable[];
  readonly headerDiscount: HeaderDiscount | null;
  readonly guards: readonly Guard[];
  readonly exchangeRates: readonly ExchangeRate[];
  readonly taxRules: readonly TaxRule[];
  readonly tax: Tax | null;
  readonly reportingCurrency: string | null;
  readonly lines: readonly Line[];
}
