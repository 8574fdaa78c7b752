/**
 * The words of usage as the rating engine knows them.
 *
 * - event: one fact of consumption, unique by (source, id), for one subscription item.
 * - late event: it happened in a window that was rated already; recordedAt says when it became known.
 * - correction: an event that replaces an earlier one of the same source, or voids it.
 * - watermark: usage recorded up to this instant is rated; the rest waits for the next run.
 * - aggregate: the events of a window as one quantity. opening: the running total a weighted sum starts from.
 * - included: quantity a window gives for free. billable: what is left of the aggregate.
 * - delta rating: rate the whole window again, subtract all that is booked for it, bill the difference.
 * - commitment: a least amount for a period; the true-up is what usage fell short of it.
 */
import type { Rational } from "#platform/rational.ts";

export interface UsageEvent {
  readonly source?: string;
  readonly id: string;
  readonly itemId: string;
  /** Only counted by prices with the same meter, when both name one. */
  readonly meter?: string;
  /** When it happened, milliseconds since 1970. */
  readonly atMs: number;
  /** When it became known. */
  readonly recordedAtMs: number;
  /** Plain decimal text: "1", "2500", "-0.25". */
  readonly quantity: string;
  /** What `unique` counts: a user, a device. The quantity's text when absent. */
  readonly value?: string;
  /** Id of the event of the same source this one stands in for. */
  readonly replaces?: string;
  /** Counts for nothing itself: with `replaces`, the earlier event is taken back. */
  readonly voided?: boolean;
}

export type Aggregation = "count" | "sum" | "max" | "unique" | "latest" | "weighted_sum";

export interface Aggregate {
  readonly kind: Aggregation;
  readonly quantity: Rational;
  /** Events counted in the window. */
  readonly events: number;
  /** weighted_sum only: the running total when the window opened. */
  readonly opening?: Rational;
}
