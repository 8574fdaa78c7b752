const hourMs = 3_600_000;
const digits = 1e6;
const rounded = (value: number): number => Math.round(value * digits) / digits;

/** Median and mean of durations in milliseconds, told in hours to the 6th decimal; null without any. The median of an even number is the middle of the two middle ones. */
export function hoursOf(durations: readonly number[]): { median: number | null; mean: number | null } {
  const n = durations.length;
  if (n === 0) return { median: null, mean: null };
  const sorted = Float64Array.from(durations).sort();
  const middle = n >> 1;
  const median = n % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
  const mean = durations.reduce((sum, each) => sum + each, 0) / n;
  return { median: rounded(median / hourMs), mean: rounded(mean / hourMs) };
}
