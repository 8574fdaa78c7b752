import { cholesky, inverse, type Matrix, solveCholesky } from "./matrix.ts";

export interface LogisticFit {
  /** The first is the intercept. */
  readonly coefficients: Float64Array;
  readonly covariance: Matrix | null;
  readonly logLikelihood: number;
  readonly iterations: number;
  /** Largest slope of the penalised log-likelihood, per row: 0 at the maximum. */
  readonly slope: number;
}

const mostIterations = 60;
const exactly = 1e-10;

/** ln(1 + exp(x)) without overflow. */
const softplus = (x: number): number => (x > 30 ? x : Math.log1p(Math.exp(x)));
export const logistic = (x: number): number => 1 / (1 + Math.exp(-x));

export function linear(coefficients: ArrayLike<number>, row: ArrayLike<number>): number {
  let sum = coefficients[0]!;
  for (let j = 0; j < row.length; j += 1) sum += coefficients[j + 1]! * row[j]!;
  return sum;
}

export interface Fitting {
  readonly start?: Float64Array | undefined;
  /** Slope per row below which the search ends. */
  readonly settled?: number;
  /** Log-odds known beforehand, per row: only what goes beyond them is learnt. */
  readonly given?: ArrayLike<number> | undefined;
  /** Penalty on the intercept; 0 leaves it free. */
  readonly held?: number;
}

/**
 * Logistic regression by Newton's method, each step halved until the likelihood grows. `penalty` / 2 times the square of every
 * coefficient but the intercept is taken off the log-likelihood (ridge), which keeps columns that say the same from running away.
 */
export function fitLogistic(
  rows: readonly Float64Array[],
  left: ArrayLike<number>,
  penalty: number,
  { start, settled = exactly, given, held = 0 }: Fitting = {},
): LogisticFit {
  const width = (rows[0]?.length ?? 0) + 1;
  let at = start ? Float64Array.from(start) : new Float64Array(width);
  const task: Task = { rows, left, penalty, given, held };
  let value = objective(task, at);
  let { slope, bend } = curve(task, at);
  let iterations = 0;
  while (iterations < mostIterations && steepest(slope) / rows.length > settled) {
    const low = cholesky(bend);
    if (!low) break;
    const step = solveCholesky(low, [...slope]);
    let share = 1;
    let next = at;
    let there = -Infinity;
    for (; share > 1e-6; share /= 2) {
      next = at.map((each, j) => each + share * step[j]!);
      there = objective(task, next);
      if (there >= value) break;
    }
    if (there < value) break;
    const gained = there - value;
    [at, value] = [next, there];
    ({ slope, bend } = curve(task, at));
    iterations += 1;
    if (gained === 0) break;
  }
  return {
    coefficients: at,
    covariance: inverse(bend),
    logLikelihood: objective({ ...task, penalty: 0, held: 0 }, at),
    iterations,
    slope: steepest(slope) / Math.max(1, rows.length),
  };
}

const steepest = (slope: Float64Array): number => slope.reduce((most, each) => Math.max(most, Math.abs(each)), 0);

interface Task {
  readonly rows: readonly Float64Array[];
  readonly left: ArrayLike<number>;
  readonly penalty: number;
  readonly given: ArrayLike<number> | undefined;
  readonly held: number;
}

function objective({ rows, left, penalty, given, held }: Task, at: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < rows.length; i += 1) {
    const score = linear(at, rows[i]!) + (given?.[i] ?? 0);
    sum += left[i]! * score - softplus(score);
  }
  for (let j = 0; j < at.length; j += 1) sum -= ((j === 0 ? held : penalty) / 2) * at[j]! ** 2;
  return sum;
}

function curve({ rows, left, penalty, given, held }: Task, at: Float64Array): { slope: Float64Array; bend: Matrix } {
  const width = at.length;
  const slope = new Float64Array(width);
  const flat = new Float64Array(width * width);
  const full = new Float64Array(width);
  full[0] = 1;
  for (let i = 0; i < rows.length; i += 1) {
    const row = rows[i]!;
    full.set(row, 1);
    const chance = logistic(linear(at, row) + (given?.[i] ?? 0));
    const off = left[i]! - chance;
    const weight = chance * (1 - chance);
    for (let j = 0; j < width; j += 1) {
      const each = full[j]!;
      if (each === 0) continue;
      slope[j]! += off * each;
      const scaled = weight * each;
      const base = j * width;
      for (let k = 0; k <= j; k += 1) flat[base + k]! += scaled * full[k]!;
    }
  }
  for (let j = 0; j < width; j += 1) {
    const by = j === 0 ? held : penalty;
    slope[j]! -= by * at[j]!;
    flat[j * width + j]! += by;
  }
  const bend = Array.from({ length: width }, (_, j) =>
    Array.from({ length: width }, (__, k) => (k <= j ? flat[j * width + k]! : flat[k * width + j]!)),
  );
  return { slope, bend };
}
