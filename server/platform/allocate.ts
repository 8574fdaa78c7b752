/**
 * Splits an amount by weights so that the parts add up to the whole (largest remainder, earlier part first on a tie):
 * allocate(10_000n, [1n, 1n, 1n]) = [3334n, 3333n, 3333n]. Throws RangeError when weights are negative or all zero.
 */
export function allocate(total: bigint, weights: readonly bigint[]): bigint[] {
  if (weights.some((weight) => weight < 0n)) throw new RangeError("allocate: weights must not be negative");
  const sum = weights.reduce((a, b) => a + b, 0n);
  if (sum === 0n) throw new RangeError("allocate: at least one weight must be above zero");
  const sign = total < 0n ? -1n : 1n;
  const size = total * sign;
  const parts = weights.map((weight) => (size * weight) / sum);
  const remainders = weights.map((weight, index) => ({ index, rest: (size * weight) % sum }));
  remainders.sort((a, b) => (a.rest === b.rest ? a.index - b.index : a.rest > b.rest ? -1 : 1));
  let left = size - parts.reduce((a, b) => a + b, 0n);
  for (const { index } of remainders) {
    if (left === 0n) break;
    parts[index] = parts[index]! + 1n;
    left -= 1n;
  }
  return parts.map((part) => part * sign);
}
