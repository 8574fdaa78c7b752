import type { Model } from "./fit-model.ts";
import { rising } from "./gamma-function.ts";

export type ShiftedBetaGeometric = Record<"alpha" | "beta", number>;

/** `weight` customers of a contract who left at renewal `t`, or (left: false) were still there after `t` renewals. */
export interface Renewals {
  readonly t: number;
  readonly left: boolean;
  readonly weight: number;
}

/** Shifted beta-geometric (Fader and Hardie, 2007): at every renewal a customer leaves with a chance of their own (beta alpha, beta). */
export const shiftedBetaGeometric: Model<keyof ShiftedBetaGeometric, Renewals> = {
  id: "sbg",
  names: ["alpha", "beta"],
  starts: () => [
    [1, 1],
    [0.5, 4],
    [2, 20],
  ],
  likelihood(at, rows, slope) {
    const [alpha, beta] = [at[0]!, at[1]!];
    const most = rows.reduce((all, row) => Math.max(all, row.t), 0);
    const [b, ab] = [rising(beta, most), rising(alpha + beta, most)];
    const logAlpha = Math.log(alpha);
    let total = 0;
    for (const { t, left, weight } of rows) {
      const kept = left ? t - 1 : t;
      total += weight * (b.log[kept]! - ab.log[t]! + (left ? logAlpha : 0));
      slope[0]! += weight * ((left ? 1 / alpha : 0) - ab.slope[t]!);
      slope[1]! += weight * (b.slope[kept]! - ab.slope[t]!);
    }
    return total;
  },
};

/** Share of customers still there after t renewals. */
export function survivalSbg({ alpha, beta }: ShiftedBetaGeometric, t: number): number {
  let share = 1;
  for (let k = 0; k < t; k += 1) share *= (beta + k) / (alpha + beta + k);
  return share;
}

/** Chance of renewing the t-th time, t = 1, 2, ...: it rises, as those who leave easily have left. */
export const retentionSbg = ({ alpha, beta }: ShiftedBetaGeometric, t: number): number => (beta + t - 1) / (alpha + beta + t - 1);

/** Renewals to expect of the next `horizon` from a customer who has renewed `done` times, each worth 1 / (1 + discount)^k. */
export function renewalsAhead({ alpha, beta }: ShiftedBetaGeometric, done: number, horizon: number, discount = 0): number {
  let [there, sum] = [1, 0];
  for (let k = 1; k <= horizon; k += 1) {
    there *= (beta + done + k - 1) / (alpha + beta + done + k - 1);
    sum += there / (1 + discount) ** k;
  }
  return sum;
}

/** A cohort as counted after 0, 1, 2, ... renewals (1000, 631, 468) as those who left at each, and those still there. */
export function renewalsOf(counts: readonly number[]): Renewals[] {
  const rows: Renewals[] = [];
  for (let t = 1; t < counts.length; t += 1) rows.push({ t, left: true, weight: counts[t - 1]! - counts[t]! });
  rows.push({ t: counts.length - 1, left: false, weight: counts.at(-1)! });
  return rows.filter((row) => row.weight > 0);
}
