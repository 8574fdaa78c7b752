import { z95 } from "./normal.ts";

export interface Mean {
  n: number;
  mean: number;
  variance: number;
  standardError: number;
}

/** Mean and sample variance. Null when there is nothing. */
export function meanOf(values: readonly number[]): Mean | null {
  const n = values.length;
  if (n === 0) return null;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const variance = n > 1 ? values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1) : 0;
  return { n, mean, variance, standardError: Math.sqrt(variance / n) };
}

/** Customer effort on 1 to 7: the mean with its interval, and the share who agree (5 to 7). */
export function effort(scores: readonly number[]) {
  const found = meanOf(scores);
  if (!found) return null;
  const margin = z95 * found.standardError;
  return {
    n: found.n,
    mean: found.mean,
    low: Math.max(1, found.mean - margin),
    high: Math.min(7, found.mean + margin),
    shareEasy: scores.filter((score) => score >= 5).length / scores.length,
  };
}

/** The value below which a share of all lies, between the two nearest (the usual definition of spreadsheets, Hyndman-Fan type 7). */
export function percentile(values: readonly number[], share: number): number | null {
  if (values.length === 0) return null;
  const sorted = values.toSorted((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const below = Math.floor(at);
  return sorted[below]! + (at - below) * ((sorted[below + 1] ?? sorted[below]!) - sorted[below]!);
}

/** The values between which the percentile of all lies with 95 %, by order statistics of an ascending sample; its ends where it is too small. */
export function percentileInterval(sorted: readonly number[], share: number): { low: number; high: number } {
  const spread = z95 * Math.sqrt(sorted.length * share * (1 - share));
  const rank = (at: number) => sorted[Math.max(0, Math.min(sorted.length - 1, at))]!;
  return { low: rank(Math.floor(sorted.length * share - spread)), high: rank(Math.ceil(sorted.length * share + spread) - 1) };
}
