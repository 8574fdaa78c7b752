import { encode, type Feature, widthOf } from "./churn-features.ts";
import { fitLogistic, linear, logistic, type LogisticFit } from "./logistic.ts";

export interface ChurnModel {
  readonly features: readonly Feature[];
  readonly fit: LogisticFit;
  readonly penalty: number;
  /** Means of the numbers learned from: reasons are told against the average customer. */
  readonly means: Float64Array;
}

/** Why a customer's chance is above (effect > 0) or below the average one's, in log-odds; `times` is the factor on the odds. */
export interface ChurnReason {
  readonly column: string;
  readonly value: string;
  readonly effect: number;
  readonly times: number;
}

const penalties = [0.1, 0.5, 2, 8, 32, 128];
const folds = 5;
const mostForChoice = 20_000;

/**
 * Learns who leaves. Without a penalty given it is chosen by five-fold cross-validation: the greatest whose loss is within one
 * standard error of the least, as steadier weights give steadier reasons.
 */
export function trainChurn(
  features: readonly Feature[],
  cells: readonly (readonly string[])[],
  left: ArrayLike<number>,
  penalty?: number,
): ChurnModel {
  const rows = cells.map((each) => encode(features, each));
  silenceRepeats(rows);
  const means = new Float64Array(rows[0]!.length);
  for (const row of rows) for (let j = 0; j < row.length; j += 1) means[j]! += row[j]! / rows.length;
  const chosen = penalty ?? choosePenalty(rows, left);
  return { features, fit: fitLogistic(rows, left, chosen), penalty: chosen, means };
}

/** Columns that say the very same ("no internet" in six of them) count once, for the first: the others get no weight. */
function silenceRepeats(rows: readonly Float64Array[]): void {
  const seen = new Map<string, number>();
  for (let j = 0; j < rows[0]!.length; j += 1) {
    let mark = 0;
    let sum = 0;
    for (let i = 0; i < rows.length; i += 1) {
      mark = (Math.imul(mark, 31) + Math.round(rows[i]![j]! * 1e6)) | 0;
      sum += rows[i]![j]!;
    }
    const key = `${mark}|${sum}`;
    const same = seen.get(key);
    if (same === undefined) seen.set(key, j);
    else if (rows.every((row) => row[same] === row[j])) for (const row of rows) row[j] = 0;
  }
}

function choosePenalty(all: readonly Float64Array[], left: ArrayLike<number>): number {
  const count = Math.min(all.length, mostForChoice);
  const losses = penalties.map(() => new Float64Array(count));
  for (let fold = 0; fold < folds; fold += 1) {
    const train = indexes(count, (i) => i % folds !== fold);
    const rows = train.map((i) => all[i]!);
    const told = Float64Array.from(train, (i) => left[i]!);
    let start: Float64Array | undefined;
    for (let p = penalties.length - 1; p >= 0; p -= 1) {
      const { coefficients } = fitLogistic(rows, told, penalties[p]!, { start, settled: 1e-5 });
      start = coefficients;
      for (let i = fold; i < count; i += folds) {
        const chance = Math.min(1 - 1e-12, Math.max(1e-12, logistic(linear(coefficients, all[i]!))));
        losses[p]![i] = -Math.log(left[i] ? chance : 1 - chance);
      }
    }
  }
  const means = losses.map((each) => each.reduce((total, loss) => total + loss, 0) / count);
  const best = means.indexOf(Math.min(...means));
  // how much worse than the best, against how surely it is worse: the losses of one customer under two penalties go together
  const within = penalties.filter((_, p) => {
    if (p < best) return false;
    const gap = means[p]! - means[best]!;
    const spread = losses[p]!.reduce((total, loss, i) => total + (loss - losses[best]![i]! - gap) ** 2, 0) / count;
    return gap <= Math.sqrt(spread / count);
  });
  return within.at(-1) ?? penalties[best]!;
}

const indexes = (count: number, which: (i: number) => boolean): number[] =>
  Array.from({ length: count }, (_, i) => i).filter(which);

/** The chance that a customer leaves, 0 to 1. */
export const chanceOfLeaving = (model: ChurnModel, cells: readonly string[]): number =>
  logistic(linear(model.fit.coefficients, encode(model.features, cells)));

/** The reasons of one customer's chance, strongest first: what each column adds to the log-odds against the average customer. They add up. */
export function churnReasons(model: ChurnModel, cells: readonly string[]): ChurnReason[] {
  const row = encode(model.features, cells);
  let to = 0;
  return model.features
    .map((feature) => {
      let effect = 0;
      const end = to + widthOf(feature);
      for (; to < end; to += 1) effect += model.fit.coefficients[to + 1]! * (row[to]! - model.means[to]!);
      return { column: feature.name, value: cells[feature.at] ?? "", effect, times: Math.exp(effect) };
    })
    .sort((a, b) => Math.abs(b.effect) - Math.abs(a.effect));
}

export interface Driver {
  readonly column: string;
  /** Spread (standard deviation) of what the column adds to the log-odds over the customers: how much it matters. */
  readonly weight: number;
  /** Of each level, or at five figures from low to high: the factor on the odds against the usual level or the median, with a 95 % interval. */
  readonly at: readonly {
    readonly value: string;
    readonly times: number;
    readonly low: number | null;
    readonly high: number | null;
  }[];
}

/** What drives leaving over all customers, what matters most first. */
export function churnDrivers(model: ChurnModel, cells: readonly (readonly string[])[]): Driver[] {
  const { coefficients, covariance } = model.fit;
  const rows = cells.map((each) => encode(model.features, each));
  let from = 0;
  const drivers = model.features.map((feature) => {
    const [start, width] = [from, widthOf(feature)];
    from += width;
    const effects = rows.map((row) => sum(width, (k) => coefficients[start + k + 1]! * row[start + k]!));
    const mean = effects.reduce((total, effect) => total + effect, 0) / effects.length;
    const weight = Math.sqrt(effects.reduce((total, effect) => total + (effect - mean) ** 2, 0) / effects.length);
    const samples = feature.kind === "level" ? feature.levels : [feature.low, ...feature.knots, feature.high].map(String);
    const at = samples.map((value) => {
      const probe = part(feature, value);
      const effect = sum(width, (k) => coefficients[start + k + 1]! * probe[k]!);
      const variance =
        covariance && sum(width, (j) => sum(width, (k) => probe[j]! * probe[k]! * covariance[start + j + 1]![start + k + 1]!));
      const half = variance === null ? null : 1.96 * Math.sqrt(Math.max(0, variance));
      return {
        value,
        times: Math.exp(effect),
        low: half === null ? null : Math.exp(effect - half),
        high: half === null ? null : Math.exp(effect + half),
      };
    });
    return { column: feature.name, weight, at };
  });
  return drivers.sort((a, b) => b.weight - a.weight);
}

const sum = (count: number, of: (k: number) => number): number => {
  let total = 0;
  for (let k = 0; k < count; k += 1) total += of(k);
  return total;
};

/** The numbers of one value of a feature less those of its usual level or median. */
function part(feature: Feature, value: string): Float64Array {
  const alone = { ...feature, at: 0 };
  const usual = feature.kind === "level" ? feature.usual : String(feature.median);
  const plain = feature.kind === "figure" ? { ...feature, at: 0, comma: false } : alone;
  const [there, base] = [encode([plain], [value]), encode([plain], [usual])];
  return there.map((each, k) => each - base[k]!);
}
