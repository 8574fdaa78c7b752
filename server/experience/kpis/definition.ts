import type { RawBuilder } from "kysely";
import type { EventType } from "#events/catalog.ts";
import type { Stage } from "#events/define-event.ts";
import type { Statistic } from "./engine/judge.ts";

/** One sample: a value, or the span of business time between two instants (then the value is its minutes). */
export interface SampleRow {
  event_id: string | null;
  at: Date;
  customer_id: string | null;
  value: number | null;
  weight: number | null;
  started_at: Date | null;
}

/** Exactly what a figure is: which facts are its samples, how they become a number, and the target unless someone sets another. */
export interface KpiDefinition {
  key: string;
  stage: Stage;
  name: { en: string; fr: string };
  /** In words, for whoever asks what is counted. */
  says: { en: string; fr: string };
  unit: "share" | "minutes" | "days" | "score" | "nps";
  statistic: Statistic;
  better: "higher" | "lower";
  target: number;
  windowDays: number;
  minN: number;
  /** The kinds of fact to open behind the figure. */
  types: EventType[];
  /** Rows of event_id, at, customer_id, value, weight, started_at for one period. */
  samples: (from: Date, to: Date) => RawBuilder<SampleRow>;
}

/** A business day of the default hours (09:00-12:30, 14:00-18:00), in minutes. */
export const businessDayMinutes = 450;
