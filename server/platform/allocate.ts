/**
 * Splits an amount by weights so that the parts add up to the whole (largest remainder, earlier part first on a tie):
 * allocate(10_000n, [1n, 1n, 1n]) = [3334n, 3333n, 3333n]. Throws RangeError when weights are negative or all zero.
 */
export function allocate(total: bigint, weights: readonly bigint[]): bigint[] {
  let sum = 0n;
  let largest = 0n;
  for (const weight of weights) {
    if (weight < 0n) throw new RangeError("allocate: weights must not be negative");
    if (weight > largest) largest = weight;
    sum += weight;
  }
  if (sum === 0n) throw new RangeError("allocate: at least one weight must be above zero");
  const sign = total < 0n ? -1n : 1n;
  const size = total * sign;
  const safe = BigInt(Number.MAX_SAFE_INTEGER);
  if (size * largest <= safe && sum <= safe) return allocateSmall(Number(total), weights, Number(sum));
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

/** The same in whole numbers that a double holds exactly: documents of many thousand lines spend no time on big numbers. */
function allocateSmall(total: number, weights: readonly bigint[], sum: number): bigint[] {
  const size = Math.abs(total);
  const parts = new Float64Array(weights.length);
  const rests = new Float64Array(weights.length);
  let left = size;
  for (let i = 0; i < weights.length; i += 1) {
    const product = size * Number(weights[i]);
    rests[i] = product % sum;
    parts[i] = (product - rests[i]!) / sum;
    left -= parts[i]!;
  }
  if (left > 0) {
    // Everything above the left-th largest remainder gets one; those equal to it, as many as are left, earlier ones first.
    const threshold = rests.toSorted()[rests.length - left]!;
    let ties = left;
    for (let i = 0; i < rests.length; i += 1) if (rests[i]! > threshold) ties -= 1;
    for (let i = 0; i < parts.length; i += 1) {
      if (rests[i]! < threshold || (rests[i] === threshold && ties <= 0)) continue;
      if (rests[i] === threshold) ties -= 1;
      parts[i]! += 1;
    }
  }
  return Array.from(parts, (part) => BigInt(total < 0 ? -part : part));
}
