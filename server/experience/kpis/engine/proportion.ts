import { z95 } from "./normal.ts";

/** Wilson 95 % interval of a share: right also for few answers and near 0 or 1, where the usual one is not. */
export function wilson(successes: number, n: number): { share: number; low: number; high: number } | null {
  if (n === 0) return null;
  const share = successes / n;
  const z2 = z95 ** 2;
  const middle = (share + z2 / (2 * n)) / (1 + z2 / n);
  const half = (z95 / (1 + z2 / n)) * Math.sqrt((share * (1 - share)) / n + z2 / (4 * n * n));
  return { share, low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}

/** Customer satisfaction: the share of 4 and 5 on 1 to 5 (top two boxes), not the mean. */
export const satisfaction = (scores: readonly number[]) => wilson(scores.filter((score) => score >= 4).length, scores.length);

/** P(X >= k) for X binomial(n, p), summed exactly in logarithms. */
export function binomialAtLeast(k: number, n: number, p: number): number {
  if (k <= 0) return 1;
  if (k > n) return 0;
  if (p <= 0) return 0;
  if (p >= 1) return 1;
  let logChoose = 0;
  let total = 0;
  for (let i = 0; i <= n; i += 1) {
    if (i > 0) logChoose += Math.log((n - i + 1) / i);
    if (i >= k) total += Math.exp(logChoose + i * Math.log(p) + (n - i) * Math.log1p(-p));
  }
  return Math.min(1, total);
}

/** P(X <= k) for X binomial(n, p). */
export const binomialAtMost = (k: number, n: number, p: number): number => binomialAtLeast(n - k, n, 1 - p);
