export type Matrix = number[][];

/** Lower triangle L with L L' = m; null when m is not positive definite. */
export function cholesky(m: Matrix): Matrix | null {
  const n = m.length;
  const low: Matrix = m.map((row) => row.map(() => 0));
  for (let i = 0; i < n; i += 1)
    for (let j = 0; j <= i; j += 1) {
      let sum = m[i]![j]!;
      for (let k = 0; k < j; k += 1) sum -= low[i]![k]! * low[j]![k]!;
      if (i === j) {
        if (!(sum > 1e-14 * Math.abs(m[i]![i]!))) return null;
        low[i]![i] = Math.sqrt(sum);
      } else low[i]![j] = sum / low[j]![j]!;
    }
  return low;
}

/** The x with L L' x = right. */
export function solveCholesky(low: Matrix, right: readonly number[]): number[] {
  const n = low.length;
  const x = [...right];
  for (let i = 0; i < n; i += 1) {
    for (let k = 0; k < i; k += 1) x[i]! -= low[i]![k]! * x[k]!;
    x[i]! /= low[i]![i]!;
  }
  for (let i = n - 1; i >= 0; i -= 1) {
    for (let k = i + 1; k < n; k += 1) x[i]! -= low[k]![i]! * x[k]!;
    x[i]! /= low[i]![i]!;
  }
  return x;
}

/** The inverse of a positive definite matrix; null when it is none. */
export function inverse(m: Matrix): Matrix | null {
  const low = cholesky(m);
  if (!low) return null;
  const columns = m.map((_, at) =>
    solveCholesky(
      low,
      m.map((__, row) => (row === at ? 1 : 0)),
    ),
  );
  return m.map((_, i) => m.map((__, j) => columns[j]![i]!));
}
