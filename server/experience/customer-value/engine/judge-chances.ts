import { fitLogistic } from "./logistic.ts";

/** How good chances of leaving were, on customers the model had not seen. */
export interface ChanceJudgement {
  readonly n: number;
  readonly left: number;
  /** The chance that one who left was rated above one who stayed, with a 95 % interval (Hanley and McNeil, 1982). */
  readonly auc: number;
  readonly aucLow: number;
  readonly aucHigh: number;
  /** Mean squared error of the chances, and of saying the average of everybody. */
  readonly brier: number;
  readonly brierOfAverage: number;
  readonly logLoss: number;
  /** Mean gap between said and seen over the bins. */
  readonly calibrationError: number;
  /** Said log-odds against seen: 0 and 1 when chances mean what they say. Slope below 1: too extreme. */
  readonly calibrationIntercept: number;
  readonly calibrationSlope: number;
  readonly bins: readonly { readonly n: number; readonly said: number; readonly seen: number }[];
  /** Of the tenth rated highest: the share that left, and how many times the average that is. */
  readonly topTenth: { readonly share: number; readonly lift: number };
  readonly atHalf: { readonly precision: number | null; readonly recall: number | null; readonly accuracy: number };
}

/** Area under the ROC curve: ranks, ties shared. NaN when all left or none did. */
export function areaUnderCurve(scores: ArrayLike<number>, left: ArrayLike<number>): number {
  const order = Array.from({ length: scores.length }, (_, i) => i).sort((a, b) => scores[a]! - scores[b]!);
  let [ranks, positives] = [0, 0];
  for (let i = 0; i < order.length; ) {
    let end = i;
    while (end < order.length && scores[order[end]!] === scores[order[i]!]) end += 1;
    for (let k = i; k < end; k += 1)
      if (left[order[k]!]) {
        ranks += (i + end + 1) / 2;
        positives += 1;
      }
    i = end;
  }
  return (ranks - (positives * (positives + 1)) / 2) / (positives * (scores.length - positives));
}

const binCount = 10;

/** Judges chances against what happened (1 left, 0 stayed). */
export function judgeChances(chances: readonly number[], left: ArrayLike<number>): ChanceJudgement {
  const n = chances.length;
  const gone = chances.reduce((sum, _, i) => sum + left[i]!, 0);
  const auc = areaUnderCurve(chances, left);
  const [one, two] = [auc / (2 - auc), (2 * auc ** 2) / (1 + auc)];
  const error = Math.sqrt(
    Math.max(0, auc * (1 - auc) + (gone - 1) * (one - auc ** 2) + (n - gone - 1) * (two - auc ** 2)) /
      Math.max(1, gone * (n - gone)),
  );
  const order = chances.map((_, i) => i).sort((a, b) => chances[a]! - chances[b]!);
  const meanOver = (part: readonly number[], of: (i: number) => number) =>
    part.reduce((sum, i) => sum + of(i), 0) / Math.max(1, part.length);
  const bins = Array.from({ length: binCount }, (_, k) =>
    order.slice(Math.floor((k * n) / binCount), Math.floor(((k + 1) * n) / binCount)),
  )
    .filter((part) => part.length > 0)
    .map((part) => ({ n: part.length, said: meanOver(part, (i) => chances[i]!), seen: meanOver(part, (i) => left[i]!) }));
  const bounded = chances.map((chance) => Math.min(1 - 1e-9, Math.max(1e-9, chance)));
  const line = fitLogistic(
    bounded.map((chance) => Float64Array.of(Math.log(chance / (1 - chance)))),
    left,
    0,
  );
  const top = order.slice(Math.floor(n * 0.9));
  const called = order.filter((i) => chances[i]! >= 0.5);
  const right = called.filter((i) => left[i] === 1).length;
  const share = gone / n;
  return {
    n,
    left: gone,
    auc,
    aucLow: Math.max(0, auc - 1.96 * error),
    aucHigh: Math.min(1, auc + 1.96 * error),
    brier: meanOver(order, (i) => (chances[i]! - left[i]!) ** 2),
    brierOfAverage: share * (1 - share),
    logLoss: meanOver(order, (i) => -Math.log(left[i] ? bounded[i]! : 1 - bounded[i]!)),
    calibrationError: bins.reduce((sum, bin) => sum + (bin.n / n) * Math.abs(bin.said - bin.seen), 0),
    calibrationIntercept: line.coefficients[0]!,
    calibrationSlope: line.coefficients[1]!,
    bins,
    topTenth: { share: meanOver(top, (i) => left[i]!), lift: share === 0 ? 0 : meanOver(top, (i) => left[i]!) / share },
    atHalf: {
      precision: called.length === 0 ? null : right / called.length,
      recall: gone === 0 ? null : right / gone,
      accuracy: meanOver(order, (i) => (chances[i]! >= 0.5 ? left[i]! : 1 - left[i]!)),
    },
  };
}
