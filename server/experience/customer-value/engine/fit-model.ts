import { inverse, type Matrix } from "./matrix.ts";
import { curvature, minimise, type Smooth } from "./minimise.ts";

/** A model of customers: what its positive parameters are called, where to start, and the log-likelihood with its slopes. */
export interface Model<Name extends string, Row> {
  readonly id: string;
  readonly names: readonly Name[];
  starts(rows: readonly Row[]): readonly (readonly number[])[];
  /** Weighted log-likelihood of all rows at the parameters; writes its slope in each of them. */
  likelihood(at: ArrayLike<number>, rows: readonly Row[], slope: Float64Array): number;
}

export interface Fit<Name extends string> {
  readonly model: string;
  readonly parameters: Readonly<Record<Name, number>>;
  /** From the curvature of the log-likelihood; null where the data do not say. */
  readonly standardErrors: Readonly<Record<Name, number | null>>;
  readonly covariance: Matrix | null;
  readonly logLikelihood: number;
  readonly iterations: number;
  readonly converged: boolean;
  /** Largest slope of the log-likelihood per customer in ln(parameter): 0 at the maximum. */
  readonly slope: number;
  readonly warnings: readonly string[];
}

const bound = { low: Math.log(1e-7), high: Math.log(1e8) };

/**
 * Maximum likelihood: the parameters are searched as logarithms, so they stay positive, from several starts; the best is
 * kept. Standard errors come from the inverse of the curvature there (observed information). `size` is the number of customers.
 */
export function fitModel<Name extends string, Row>(model: Model<Name, Row>, rows: readonly Row[], size: number): Fit<Name> {
  const natural = new Float64Array(model.names.length);
  const cost: Smooth = (x, slope) => {
    for (let i = 0; i < x.length; i += 1) natural[i] = Math.exp(x[i]!);
    slope.fill(0);
    const value = -model.likelihood(natural, rows, slope) / size;
    for (let i = 0; i < x.length; i += 1) slope[i] = (-slope[i]! * natural[i]!) / size;
    return value;
  };
  const found = model
    .starts(rows)
    .map((start) => minimise(cost, start.map(Math.log), bound))
    .reduce((best, each) => (each.value < best.value - 1e-12 ? each : best));
  if (!Number.isFinite(found.value))
    throw new RangeError(`${model.id} cannot be fitted: the likelihood is not defined on these data`);
  const parameters = [...found.x].map(Math.exp);
  const edges = model.names.filter((_, i) => found.x[i]! <= bound.low + 3 || found.x[i]! >= bound.high - 6);
  const spread = edges.length === 0 ? inverse(curvature(cost, found.x)) : null;
  const covariance = spread && spread.map((row, i) => row.map((each, j) => (each * parameters[i]! * parameters[j]!) / size));
  const named = <T>(value: (at: number) => T) =>
    Object.fromEntries(model.names.map((name, i) => [name, value(i)])) as Record<Name, T>;
  return {
    model: model.id,
    parameters: named((i) => parameters[i]!),
    standardErrors: named((i) => (covariance ? Math.sqrt(covariance[i]![i]!) : null)),
    covariance,
    logLikelihood: -found.value * size,
    iterations: found.iterations,
    converged: found.converged && edges.length === 0,
    slope: found.slope.reduce((most, each) => Math.max(most, Math.abs(each)), 0),
    warnings: [
      ...(edges.length > 0
        ? [
            `${edges.join(" and ")} ran to the edge: the data hardly differ between customers in what it describes, or are too few; standard errors are left out`,
          ]
        : []),
      ...(found.converged || edges.length > 0 ? [] : ["the maximum was not reached exactly"]),
      ...(covariance || edges.length > 0 ? [] : ["the likelihood is flat in some direction: no standard errors"]),
    ],
  };
}
