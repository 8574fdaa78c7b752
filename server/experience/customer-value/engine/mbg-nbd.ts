import type { Model } from "./fit-model.ts";
import { rising } from "./gamma-function.ts";
import { purchasesWhileActive } from "./purchases-while-active.ts";
import { averages, type RepeatPurchases } from "./repeat-purchases.ts";

export type MbgNbd = Record<"r" | "alpha" | "a" | "b", number>;

/** MBG/NBD (Batislam, Denizel and Filiztekin, 2007): as BG/NBD, but a customer may leave after the very first purchase too. */
export const mbgNbd: Model<keyof MbgNbd, RepeatPurchases> = {
  id: "mbgnbd",
  names: ["r", "alpha", "a", "b"],
  starts(rows) {
    const { rate } = averages(rows);
    return [
      [0.5, 0.5 / rate, 0.8, 1.5],
      [1, 1 / rate, 0.3, 3],
      [2, 2 / rate, 2, 10],
    ];
  },
  likelihood(at, rows, slope) {
    const [r, alpha, a, b] = [at[0]!, at[1]!, at[2]!, at[3]!];
    const { mostX } = averages(rows);
    const [ofR, ofB, ofAb] = [rising(r, mostX), rising(b, mostX), rising(a + b, mostX + 1)];
    const logAlpha = Math.log(alpha);
    let total = 0;
    for (const { x, tx, T, weight } of rows) {
      const [logT, logTx] = [Math.log(alpha + T), Math.log(alpha + tx)];
      const stayed = Math.log(b + x) - (r + x) * logT;
      const gone = Math.log(a) - (r + x) * logTx;
      const high = Math.max(stayed, gone);
      const whole = high + Math.log(Math.exp(stayed - high) + Math.exp(gone - high));
      const left = Math.exp(gone - whole);
      total += weight * (ofR.log[x]! + r * logAlpha + ofB.log[x]! - ofAb.log[x + 1]! + whole);
      slope[0]! += weight * (ofR.slope[x]! + logAlpha - (1 - left) * logT - left * logTx);
      slope[1]! += weight * (r / alpha - (r + x) * ((1 - left) / (alpha + T) + left / (alpha + tx)));
      slope[2]! += weight * (-ofAb.slope[x + 1]! + left / a);
      slope[3]! += weight * (ofB.slope[x]! - ofAb.slope[x + 1]! + (1 - left) / (b + x));
    }
    return total;
  },
};

/** Chance that the customer has not left for good at T. */
export const activeMbgNbd = ({ r, alpha, a, b }: MbgNbd, { x, tx, T }: Omit<RepeatPurchases, "weight">): number =>
  1 / (1 + (a / (b + x)) * Math.exp((r + x) * (Math.log(alpha + T) - Math.log(alpha + tx))));

/** Purchases in the next t if the customer is active at T. */
export const ifActiveMbgNbd = ({ r, alpha, a, b }: MbgNbd, { x, T }: { x: number; T: number }, t: number): number =>
  purchasesWhileActive(a, b + x + 1, r + x, alpha + T, t);

/** Repeat purchases a new customer makes in t. */
export const newcomerMbgNbd = ({ r, alpha, a, b }: MbgNbd, t: number): number =>
  (b / (a + b)) * purchasesWhileActive(a, b + 1, r, alpha, t);
