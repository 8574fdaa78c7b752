/**
 * The words of subscriptions as the rating engine knows them. Everything here is plain data: no database, no clock.
 *
 * - item: one thing a customer subscribes to (the fibre line, the minutes). It lives on through changes.
 * - version: what was agreed for an item from one moment to another (price, quantity, rhythm).
 * - phase: a part of a version with its own price: trial (free), discount (percent off), then the normal price.
 * - terms: how a version is billed: rhythm, in advance or in arrears, anchor, proration.
 * - anchor: where the rhythm is pinned. grid: the boundaries that follow from anchor and rhythm.
 * - period: the time between two boundaries of the grid. service: the part of a period really served.
 * - obligation: the durable intent to bill or credit one service span; unique by (item, kind, service from, reason).
 * - booked: an obligation that already became an invoice line.
 *
 * Times are texts in the account's time zone: a date "2026-03-05", or "2026-03-05T10:30:00" when the hour matters.
 * They sort as texts, and stay true when the account later moves to another time zone; the instants are kept beside them.
 */
import type { Rational } from "#platform/rational.ts";

export type LocalText = string;
export type Unit = "day" | "week" | "month" | "year";
/** How often: every `count` units. A quarter is 3 months. */
export interface Cadence {
  readonly unit: Unit;
  readonly count: number;
}

/** From (included) to (excluded), in local time and as instants in milliseconds since 1970. */
export interface Span {
  readonly from: LocalText;
  readonly to: LocalText;
  readonly fromMs: number;
  readonly toMs: number;
}
/** A span between two neighbouring boundaries; `k` counts from the anchor. */
export interface Period extends Span {
  readonly k: number;
}

/**
 * calendar: the 1st of the month, 1 January, Monday. anniversary: the day the item began. date: a given day, boundaries
 * both ways from it. day_of_month: a billing day; the grid opens at the first such day on or after the start.
 */
export type Anchor =
  | { readonly kind: "calendar" }
  | { readonly kind: "anniversary" }
  | { readonly kind: "date"; readonly date: LocalText }
  | { readonly kind: "day_of_month"; readonly day: number };

/**
 * How a part of a period is measured. day: days served / days of the period. second: the same in seconds. fixed_30: every
 * month has 30 days (30E/360). none: a part is not charged, and nothing is given back. full: a part costs the whole period.
 */
export type ProrationBasis = "day" | "second" | "fixed_30" | "none" | "full";
export type Timing = "advance" | "arrears";

export interface Terms {
  /** Same id = same price, quantity and discount. A new version with the same id changes nothing for billing. */
  readonly termsId: string;
  readonly kind: "recurring" | "usage" | "one_off";
  readonly cadence: Cadence;
  readonly anchor: Anchor;
  readonly timing: Timing;
  readonly proration: ProrationBasis;
}

/** Ends at `until`, or after `length`, or (last one) with the version. `percentOff` "100" is a trial. */
export interface Phase {
  readonly name: string;
  readonly until?: LocalText;
  readonly length?: Cadence;
  readonly percentOff: string;
}

export interface ItemVersion {
  readonly itemId: string;
  readonly versionId: string;
  readonly from: LocalText;
  /** First moment no longer served; null while open. */
  readonly to: LocalText | null;
  readonly terms: Terms;
  readonly phases?: readonly Phase[];
}

/** The account's calendar. Periods that ended on or before `closedBefore` are not looked at again. */
export interface BillingCalendar {
  readonly timeZone: string;
  readonly closedBefore?: LocalText;
}

export type ObligationKind = "recurring" | "one_off" | "usage" | "commitment" | "credit" | "adjustment";

export interface Obligation {
  /** `itemId|kind|serviceFrom|reason`: the UNIQUE key that makes billing happen once. */
  readonly key: string;
  readonly itemId: string;
  readonly kind: ObligationKind;
  readonly reason: string;
  readonly versionId: string;
  readonly termsId: string;
  readonly service: Span;
  /** The whole period the service is a part of. */
  readonly period: Span;
  readonly phase: string | null;
  readonly percentOff: string;
  readonly proration: ProrationBasis;
  /** Charge: share of the period's price. Credit: share of the original line that was not used. */
  readonly share: Rational;
  /** Share of the same period already billed on the same terms: lets parts add up to the whole (see prorate). */
  readonly before: Rational;
  /** Credit only: key of the obligation whose unused part is given back. */
  readonly credits?: string;
}

/** What `obligationsDue` must know of an obligation that already became a line. */
export type Booked = Pick<
  Obligation,
  "key" | "itemId" | "kind" | "service" | "termsId" | "versionId" | "percentOff" | "proration" | "credits"
>;
