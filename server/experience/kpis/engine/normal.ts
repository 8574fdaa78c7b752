/** Quantile of the standard normal for two-sided 95 %. */
export const z95 = 1.959963984540054;

/** P(Z <= z) for a standard normal. Abramowitz and Stegun 26.2.17, absolute error below 7.5e-8. */
export function normalCdf(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const poly = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  const upper = (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * poly;
  return z >= 0 ? 1 - upper : upper;
}

/** Two-sided p-value of a z statistic. */
export const twoSided = (z: number): number => Math.min(1, 2 * (1 - normalCdf(Math.abs(z))));
