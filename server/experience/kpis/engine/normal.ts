/** Quantile of the standard normal for two-sided 95 %. */
export const z95 = 1.959963984540054;

const density = (z: number): number => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);

/** P(Z > z) for z >= 0, all digits: the series near the middle, the continued fraction (Lentz) in the tail. */
function upperTail(z: number): number {
  if (z < 3) {
    let term = z;
    let sum = z;
    for (let k = 3; term > 1e-17 * sum; k += 2) {
      term *= (z * z) / k;
      sum += term;
    }
    return 0.5 - density(z) * sum;
  }
  let fraction = z;
  for (let k = 60; k >= 1; k -= 1) fraction = z + k / fraction;
  return density(z) / fraction;
}

/** P(Z <= z) for a standard normal, right also far in the tails. */
export const normalCdf = (z: number): number => (z >= 0 ? 1 - upperTail(z) : upperTail(-z));

/** Two-sided p-value of a z statistic. */
export const twoSided = (z: number): number => Math.min(1, 2 * upperTail(Math.abs(z)));

/** The z with P(Z <= z) = share, for 0 < share < 1: halving, as it is asked for rarely. */
export function normalQuantile(share: number): number {
  if (!(share > 0 && share < 1)) throw new RangeError("a quantile needs a share between 0 and 1");
  let [low, high] = [-40, 40];
  for (let step = 0; step < 100; step += 1) {
    const middle = (low + high) / 2;
    if (normalCdf(middle) < share) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
