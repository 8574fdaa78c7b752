/** How a subscription may move, and the days that follow from its terms. Pure. */
import { plusMonths } from "./engine/local-time.ts";

export type SubscriptionStatus = "active" | "paused" | "ended";

const moves: Record<SubscriptionStatus, readonly SubscriptionStatus[]> = {
  active: ["paused", "ended"],
  paused: ["active", "ended"],
  ended: [],
};
export const canMove = (from: SubscriptionStatus, to: SubscriptionStatus): boolean => moves[from].includes(to);

/** The first day after a term that begins on `startsOn`: 12 months from 2026-03-18 end on 2027-03-18. */
export const termEnd = (startsOn: string, termMonths: number | null): string | null =>
  termMonths === null ? null : plusMonths(startsOn, termMonths);

/** The price of a period for another quantity, at the price per unit agreed: rounded half up once. */
export function scaleNet(netMinor: bigint, from: string, to: string): bigint {
  const [a, b] = [Number(from), Number(to)];
  if (!Number.isInteger(a) || !Number.isInteger(b) || a < 1)
    throw new RangeError("quantities of subscriptions are whole numbers");
  return (netMinor * BigInt(b) * 2n + BigInt(a)) / (2n * BigInt(a));
}
