import { cholesky, type Matrix, solveCholesky } from "./matrix.ts";

/** A smooth function: its value at x, with the slopes written into `slope`. May return NaN or infinity where it is undefined. */
export type Smooth = (x: Float64Array, slope: Float64Array) => number;

export interface Minimum {
  readonly x: Float64Array;
  readonly value: number;
  readonly slope: Float64Array;
  readonly iterations: number;
  readonly converged: boolean;
}

const longestStep = 2;
const mostIterations = 300;
const flat = 1e-9;

const dot = (a: ArrayLike<number>, b: ArrayLike<number>): number => {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += a[i]! * b[i]!;
  return sum;
};
const largest = (values: Float64Array): number => values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);

/** Minimises within bound <= x <= bound (BFGS with a backtracking search, then Newton steps until the slope vanishes). */
export function minimise(of: Smooth, start: readonly number[], bound: { low: number; high: number }): Minimum {
  const n = start.length;
  let x = Float64Array.from(start);
  let slope = new Float64Array(n);
  let value = of(x, slope);
  if (!Number.isFinite(value)) return { x, value: Infinity, slope, iterations: 0, converged: false };
  let near: Matrix = identity(n, 1);
  let fresh = true;
  let iterations = 0;
  for (; iterations < mostIterations && largest(slope) > 1e-6; iterations += 1) {
    let step = Float64Array.from(near, (row) => -dot(row, slope));
    if (!(dot(step, slope) < 0)) {
      near = identity(n, 1);
      step = slope.map((each) => -each);
      fresh = true;
    }
    const found = search(of, x, value, slope, step, bound);
    if (!found) {
      if (fresh) break;
      near = identity(n, 1);
      fresh = true;
      continue;
    }
    const moved = found.x.map((each, i) => each - x[i]!);
    const bent = found.slope.map((each, i) => each - slope[i]!);
    near = updated(near, moved, bent, fresh);
    fresh = false;
    const gained = value - found.value;
    ({ x, value, slope } = found);
    if (gained < 1e-15 * Math.abs(value) && largest(moved) < 1e-10) break;
  }
  return polish(of, { x, value, slope, iterations, converged: largest(slope) < flat }, bound);
}

const identity = (n: number, by: number): Matrix =>
  Array.from({ length: n }, (_, i) => Array.from({ length: n }, (__, j) => (i === j ? by : 0)));

interface Point {
  x: Float64Array<ArrayBuffer>;
  value: number;
  slope: Float64Array<ArrayBuffer>;
}

function search(
  of: Smooth,
  x: Float64Array,
  value: number,
  slope: Float64Array,
  step: Float64Array,
  bound: { low: number; high: number },
): Point | null {
  const down = dot(step, slope);
  let share = Math.min(1, longestStep / Math.max(1e-300, largest(step)));
  for (let tries = 0; tries < 50; tries += 1) {
    const at = Float64Array.from(x, (each, i) => Math.min(bound.high, Math.max(bound.low, each + share * step[i]!)));
    const slopeThere = new Float64Array(x.length);
    const there = of(at, slopeThere);
    if (Number.isFinite(there) && there <= value + 1e-4 * share * down) return { x: at, value: there, slope: slopeThere };
    share /= 2;
  }
  return null;
}

/** The BFGS update of the inverse curvature. */
function updated(near: Matrix, moved: Float64Array, bent: Float64Array, first: boolean): Matrix {
  const along = dot(moved, bent);
  if (!(along > 1e-14)) return near;
  const before = first ? identity(near.length, along / dot(bent, bent)) : near;
  const turned = before.map((row) => dot(row, bent));
  const whole = 1 + dot(turned, bent) / along;
  return before.map((row, i) =>
    row.map((each, j) => each + (whole * moved[i]! * moved[j]! - turned[i]! * moved[j]! - moved[i]! * turned[j]!) / along),
  );
}

/** Newton's method at the end: the curvature decides, so the slope falls to rounding noise. */
function polish(of: Smooth, from: Minimum, bound: { low: number; high: number }): Minimum {
  let best = from;
  for (let round = 0; round < 12 && largest(best.slope) > flat; round += 1) {
    const low = cholesky(curvature(of, best.x));
    if (!low) break;
    const step = Float64Array.from(solveCholesky(low, [...best.slope]), (each) => -each);
    const longest = largest(step);
    if (longest > 1) break;
    const x = Float64Array.from(best.x, (each, i) => Math.min(bound.high, Math.max(bound.low, each + step[i]!)));
    const slope = new Float64Array(x.length);
    const value = of(x, slope);
    if (!Number.isFinite(value) || largest(slope) >= largest(best.slope)) break;
    best = { x, value, slope, iterations: best.iterations + 1, converged: false };
  }
  return { ...best, converged: largest(best.slope) < 1e-6 };
}

/** Second derivatives from exact slopes, by differences of fourth order. */
export function curvature(of: Smooth, x: Float64Array): Matrix {
  const n = x.length;
  const width = 1e-3;
  const rows = Array.from({ length: n }, (_, i) => {
    const slopeAt = (by: number): Float64Array => {
      const there = Float64Array.from(x);
      there[i]! += by;
      const slope = new Float64Array(n);
      of(there, slope);
      return slope;
    };
    const [a, b, c, d] = [slopeAt(-2 * width), slopeAt(-width), slopeAt(width), slopeAt(2 * width)];
    return Array.from({ length: n }, (__, j) => (a[j]! - 8 * b[j]! + 8 * c[j]! - d[j]!) / (12 * width));
  });
  return rows.map((row, i) => row.map((each, j) => (each + rows[j]![i]!) / 2));
}
