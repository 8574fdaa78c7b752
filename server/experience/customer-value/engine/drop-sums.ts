import { encode, type Feature, type LeftOut, widthOf } from "./churn-features.ts";
import { cholesky, type Matrix, solveCholesky } from "./matrix.ts";

const madeUpOf = 0.98;

/**
 * Leaves out figures that the other columns already make up (a monthly bill beside the services billed): they say nothing more
 * of who leaves, but would split their reasons into a plus here and a minus there. Explained means: a linear model of the others
 * gives 98 % of the variance.
 */
export function dropSums(
  features: readonly Feature[],
  cells: readonly (readonly string[])[],
  keep: ReadonlySet<string>,
): { features: Feature[]; leftOut: LeftOut[] } {
  const products = productsOf(cells.map((each) => encode(features, each)));
  const startOf = (at: number) => features.slice(0, at).reduce((sum, feature) => sum + widthOf(feature), 1);
  const gone = new Set<number>();
  for (;;) {
    let worst = { at: -1, share: madeUpOf };
    features.forEach((feature, at) => {
      if (feature.kind !== "figure" || gone.has(at) || keep.has(feature.name)) return;
      const others = features.flatMap((each, k) =>
        k === at || gone.has(k) ? [] : Array.from({ length: widthOf(each) }, (_, j) => startOf(k) + j),
      );
      const share = explained(products, startOf(at), [0, ...others]);
      if (share > worst.share) worst = { at, share };
    });
    if (worst.at < 0) break;
    gone.add(worst.at);
  }
  return {
    features: features.filter((_, at) => !gone.has(at)),
    leftOut: [...gone].map((at) => ({
      column: features[at]!.name,
      why: "follows from the other columns",
    })),
  };
}

/** Means of the products of every two numbers, a leading 1 included. */
function productsOf(rows: readonly Float64Array[]): Matrix {
  const width = (rows[0]?.length ?? 0) + 1;
  const flat = new Float64Array(width * width);
  const full = new Float64Array(width);
  full[0] = 1;
  for (const row of rows) {
    full.set(row, 1);
    for (let j = 0; j < width; j += 1)
      if (full[j] !== 0) for (let k = 0; k <= j; k += 1) flat[j * width + k]! += full[j]! * full[k]!;
  }
  return Array.from({ length: width }, (_, j) =>
    Array.from({ length: width }, (__, k) => flat[Math.max(j, k) * width + Math.min(j, k)]! / rows.length),
  );
}

/** The share of the variance of one number that the others give by least squares (with a trace of ridge, as they may repeat each other). */
function explained(products: Matrix, target: number, others: readonly number[]): number {
  const low = cholesky(others.map((j, a) => others.map((k, b) => products[j]![k]! + (a === b ? 1e-7 : 0))));
  const variance = products[target]![target]! - products[target]![0]! ** 2;
  if (!low || !(variance > 1e-12)) return 0;
  const right = others.map((j) => products[j]![target]!);
  const weights = solveCholesky(low, right);
  const residual = products[target]![target]! - weights.reduce((sum, weight, j) => sum + weight * right[j]!, 0);
  return 1 - residual / variance;
}
