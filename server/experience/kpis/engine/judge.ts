import { meanOf, percentile, percentileInterval } from "./mean.ts";
import { normalCdf, z95 } from "./normal.ts";
import { countNps, netPromoterScore } from "./nps.ts";
import { binomialAtLeast, binomialAtMost, wilson } from "./proportion.ts";

/** How samples become one figure: a share of yes (1) among yes and no (0), a mean, an NPS, a percentile, or money kept of money there was. */
export type Statistic = "share" | "mean" | "nps" | "p50" | "p90" | "ratio";
export interface Sample {
  value: number;
  /** For ratios: what the value is compared with. */
  weight?: number | undefined;
}
export interface Goal {
  statistic: Statistic;
  better: "higher" | "lower";
  target: number;
  minN: number;
}
export interface Judgement {
  value: number | null;
  n: number;
  low: number | null;
  high: number | null;
  /** How likely samples this bad are if the target is really kept; null when it is kept, or no test exists. */
  pValue: number | null;
  /** unsure: below target, but chance may do that. */
  verdict: "unknown" | "met" | "missed" | "unsure";
}

const significant = 0.05;

/** Computes a figure and whether its target is missed, not merely by chance: a miss needs enough samples and a one-sided test at 5 %. */
export function judge(samples: readonly Sample[], goal: Goal): Judgement {
  const values = samples.map((sample) => sample.value);
  const n = values.length;
  const figure = figureOf(samples, values, goal.statistic);
  if (!figure) return { value: null, n, low: null, high: null, pValue: null, verdict: "unknown" };
  const kept = goal.better === "higher" ? figure.value >= goal.target : figure.value <= goal.target;
  const pValue = kept ? null : chanceOf(values, goal, figure.value);
  const verdict = n < goal.minN ? "unknown" : kept ? "met" : pValue === null || pValue < significant ? "missed" : "unsure";
  return { ...figure, n, pValue, verdict };
}

function figureOf(samples: readonly Sample[], values: readonly number[], statistic: Statistic) {
  if (values.length === 0) return null;
  if (statistic === "share") {
    const found = wilson(values.filter((value) => value > 0).length, values.length)!;
    return { value: found.share, low: found.low, high: found.high };
  }
  if (statistic === "nps") {
    const found = netPromoterScore(countNps(values))!;
    return { value: found.score, low: found.low, high: found.high };
  }
  if (statistic === "mean") {
    const found = meanOf(values)!;
    const margin = z95 * found.standardError;
    return { value: found.mean, low: found.mean - margin, high: found.mean + margin };
  }
  if (statistic === "ratio") {
    const there = samples.reduce((sum, sample) => sum + (sample.weight ?? 0), 0);
    return there > 0 ? { value: values.reduce((sum, value) => sum + value, 0) / there, low: null, high: null } : null;
  }
  const share = statistic === "p50" ? 0.5 : 0.9;
  const { low, high } = percentileInterval(
    values.toSorted((a, b) => a - b),
    share,
  );
  return { value: percentile(values, share)!, low, high };
}

function chanceOf(values: readonly number[], { statistic, better, target }: Goal, value: number): number | null {
  const n = values.length;
  if (statistic === "share") {
    const yes = values.filter((each) => each > 0).length;
    return better === "higher" ? binomialAtMost(yes, n, target) : binomialAtLeast(yes, n, target);
  }
  if (statistic === "p50" || statistic === "p90") {
    // if the target is kept, at most half (a tenth) of all lie beyond it
    const beyond = values.filter((each) => (better === "lower" ? each > target : each < target)).length;
    return binomialAtLeast(beyond, n, statistic === "p50" ? 0.5 : 0.1);
  }
  if (statistic === "ratio") return null;
  const error = statistic === "nps" ? netPromoterScore(countNps(values))!.standardError : meanOf(values)!.standardError;
  if (error === 0) return n > 1 ? 0 : 1;
  return normalCdf(-Math.abs((value - target) / error));
}

/** One sample as a number whose mean is the figure, or for percentiles the share that keeps the target: what an effect is measured on. */
export function comparable(sample: Sample, goal: Pick<Goal, "statistic" | "better" | "target">): number {
  if (goal.statistic === "nps") return sample.value >= 9 ? 100 : sample.value < 7 ? -100 : 0;
  if (goal.statistic === "p50" || goal.statistic === "p90")
    return (goal.better === "lower" ? sample.value <= goal.target : sample.value >= goal.target) ? 1 : 0;
  if (goal.statistic === "ratio") return sample.weight ? sample.value / sample.weight : 0;
  return sample.value;
}
