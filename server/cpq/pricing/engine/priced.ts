/** What pricing gives back: exact amounts inside the steps, whole minor units outside. */
import type { Rational } from "#platform/rational.ts";
import type { GuardLimit, RampSegment, Tax } from "./case.ts";
import type { TierStep } from "./models.ts";
import type { Periods } from "./proration.ts";
import type { Per } from "./types.ts";
import type { Prepared } from "./waterfall.ts";

/** The moves of the waterfall, in the order they are made. */
export type StepName =
  | "list"
  | "percent_of_total"
  | "contracted"
  | "tier"
  | "family_volume"
  | "promotion"
  | "discount_schedule"
  | "line_discount"
  | "unit_price"
  | "header_discount"
  | "floor"
  | "ramp"
  | "term"
  | "proration"
  | "line_net";

/** set: to = operand; times: from x operand; plus / minus: from +/- operand; round: nearest multiple of operand under `rule`. */
export type Operation = "set" | "times" | "plus" | "minus" | "round";

/** One move of an amount, in major units. Up to "floor" it is the amount of one period, from "term" on of the whole term. */
export interface Step {
  readonly step: StepName;
  /** Which price list, contract, promotion ... made the move; for "round", the rounding policy. */
  readonly rule: string;
  readonly operation: Operation;
  readonly operand: Rational;
  readonly from: Rational;
  readonly to: Rational;
  /** How a tiered price is made up. */
  readonly tiers: readonly TierStep[] | null;
  /** Why this rule, or with what exchange rate. */
  readonly note: string | null;
}

/** A line, or one segment of its ramp. Ask `stepsOf` (price-case.ts) for its derivation. */
export interface PricedSegment {
  readonly prepared: Prepared;
  readonly ramp: RampSegment | null;
  readonly quantity: Rational;
  readonly periods: Periods;
  /** What the header discount took. */
  readonly shareMinor: bigint;
  /** What the segment would cost at list price. */
  readonly listMinor: bigint;
  /** One period, net of every discount. */
  readonly periodNetMinor: bigint;
  /** The whole segment. Includes tax in a tax-inclusive case. */
  readonly amountMinor: bigint;
  /** Cost of the whole segment, when the unit cost is known. */
  readonly costMinor: bigint | null;
}

export interface PricedLine {
  readonly index: number;
  readonly id: string;
  readonly product: string | null;
  readonly family: string | null;
  readonly per: Per;
  readonly segments: readonly PricedSegment[];
  readonly listMinor: bigint;
  /** The line as priced; includes tax in a tax-inclusive case. */
  readonly amountMinor: bigint;
  /** Without tax. In a tax-inclusive case, the line's share of its category's net (largest remainder). */
  readonly netMinor: bigint;
  readonly costMinor: bigint | null;
  readonly tax: Tax | null;
}

/** One VAT category of the document: tax is rounded here, once. */
export interface TaxTotal {
  readonly tax: Tax;
  readonly lines: number;
  /** Sum of the line amounts, tax included or not as the case says. */
  readonly amountMinor: bigint;
  readonly netMinor: bigint;
  readonly taxMinor: bigint;
  /** The tax before rounding, in major units. */
  readonly exactTax: Rational;
}

/** A guard that was hit: the price was raised, or someone must approve. Amounts are of one period, exact. */
export interface Finding {
  readonly guard: string;
  readonly limit: GuardLimit;
  readonly action: "raise" | "flag";
  readonly line: string;
  readonly lineIndex: number;
  readonly segment: string | null;
  readonly required: Rational;
  readonly actual: Rational;
}

/** A rate that was used. */
export interface Conversion {
  readonly from: string;
  readonly to: string;
  readonly rate: Rational;
  readonly source: string;
  readonly date: number;
}

export interface PricedTotals {
  readonly listMinor: bigint;
  readonly headerDiscountMinor: bigint;
  readonly netMinor: bigint;
  readonly taxMinor: bigint;
  readonly grossMinor: bigint;
  readonly payableMinor: bigint;
  readonly payableRoundingMinor: bigint;
  readonly costMinor: bigint | null;
  /** What one period costs, by kind of period (first segment of a ramp). */
  readonly perPeriodMinor: ReadonlyMap<Per, bigint>;
  readonly reporting: {
    readonly conversion: Conversion;
    readonly netMinor: bigint;
    readonly taxMinor: bigint;
    readonly grossMinor: bigint;
  } | null;
}

export interface PricedCase {
  readonly currency: string;
  readonly taxIncluded: boolean;
  readonly lines: readonly PricedLine[];
  readonly taxes: readonly TaxTotal[];
  readonly totals: PricedTotals;
  readonly conversions: readonly Conversion[];
  readonly findings: readonly Finding[];
  /** True when the case names no tax at all, so totals are without tax. */
  readonly untaxed: boolean;
  /** How to work out the derivation of a segment again. */
  readonly derive: (segment: PricedSegment) => Step[];
}
