import { type Fit, fitModel } from "./fit-model.ts";
import { expectedSpending, type ExpectedSpending, gammaGamma, type GammaGamma } from "./gamma-gamma.ts";
import type { Customer } from "./read-purchases.ts";

export interface SpendingModel {
  readonly fit: Fit<keyof GammaGamma>;
  /** How many customers have repeat purchases with an amount: those the model learns from. */
  readonly repeaters: number;
  /** Between how often and how much customers buy; the model takes it for 0. */
  readonly correlation: number;
  of(customer: Pick<Customer, "x" | "mean">): ExpectedSpending | null;
}

const fewest = 10;

/** Fits Gamma-Gamma to those with repeat purchases of a known amount; null when there are no amounts or fewer than ten such customers. */
export function fitSpending(customers: readonly Customer[]): SpendingModel | null {
  const rows = customers.flatMap(({ x, mean, weight }) =>
    x > 0 && mean !== null && mean > 0 && weight > 0 ? [{ x, mean, weight }] : [],
  );
  const repeaters = rows.reduce((sum, row) => sum + row.weight, 0);
  if (repeaters < fewest) return null;
  const fit = fitModel(gammaGamma, rows, repeaters);
  const found = correlation(rows);
  const warnings = [
    ...fit.warnings,
    ...(Math.abs(found) > 0.3
      ? [
          `how much customers spend goes with how often they buy (correlation ${found.toFixed(2)}); the model takes them as unrelated`,
        ]
      : []),
    ...(fit.parameters.q <= 1 ? ["amounts vary so much that no mean over all customers exists (q <= 1)"] : []),
  ];
  return {
    fit: { ...fit, warnings },
    repeaters,
    correlation: found,
    of: ({ x, mean }) => expectedSpending(fit.parameters, mean !== null && mean > 0 ? x : 0, mean ?? 0),
  };
}

function correlation(rows: readonly { x: number; mean: number; weight: number }[]): number {
  const size = rows.reduce((sum, row) => sum + row.weight, 0);
  const [mx, mm] = (["x", "mean"] as const).map((key) => rows.reduce((sum, row) => sum + row.weight * row[key], 0) / size);
  let [xy, xx, yy] = [0, 0, 0];
  for (const { x, mean, weight } of rows) {
    xy += weight * (x - mx!) * (mean - mm!);
    xx += weight * (x - mx!) ** 2;
    yy += weight * (mean - mm!) ** 2;
  }
  return xx === 0 || yy === 0 ? 0 : xy / Math.sqrt(xx * yy);
}
