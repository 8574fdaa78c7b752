/** How a quote may move, and the sums that follow from its lines. */
import { multiply, parseDecimal, rational, subtract } from "#platform/rational.ts";
import { toFixed } from "#platform/rounding.ts";

export const statuses = ["draft", "in_approval", "ready", "sent", "accepted", "declined", "expired"] as const;
export type QuoteStatus = (typeof statuses)[number];

const moves: Record<QuoteStatus, readonly QuoteStatus[]> = {
  draft: ["in_approval", "ready"],
  in_approval: ["ready", "draft"],
  ready: ["sent", "draft"],
  // back to draft is a new version
  sent: ["accepted", "declined", "expired", "draft"],
  declined: ["draft"],
  expired: ["draft"],
  accepted: [],
};
export const canMove = (from: QuoteStatus, to: QuoteStatus): boolean => moves[from].includes(to);

/** What the one who works on a quote may do with it now; the console shows exactly these. */
export const actions = ["edit", "submit", "reopen", "send", "revise"] as const;
export type QuoteAction = (typeof actions)[number];
const possible: Record<QuoteStatus, readonly QuoteAction[]> = {
  draft: ["edit", "submit"],
  in_approval: ["reopen"],
  ready: ["send", "reopen"],
  sent: ["revise"],
  declined: ["revise"],
  expired: ["revise"],
  accepted: [],
};
export const actionsOf = (status: QuoteStatus): QuoteAction[] => [...possible[status]];

/** A quote holds for thirty days unless its seller says otherwise. */
export const validDays = 30;

/** What the seller gave away on a line in all, from its own discount and that of the whole quote: 10 % and 5 % are 14.5 %. */
export function sellerDiscount(linePercent: string, headerPercent: string): string {
  const kept = (percent: string) => subtract(rational(1n), multiply(parseDecimal(percent), rational(1n, 100n)));
  const given = subtract(rational(1n), multiply(kept(linePercent), kept(headerPercent)));
  return toFixed(multiply(given, rational(100n)), 4).replace(/\.?0+$/, "");
}

interface Charge {
  netMinor: bigint;
  everyMonths: number | null;
  termMonths: number | null;
}

/** One-off charges once, and each subscription over its whole term (one period when it has none). */
export const contractValue = (lines: readonly Charge[]): bigint =>
  lines.reduce((sum, { netMinor, everyMonths, termMonths }) => {
    const periods = everyMonths === null || termMonths === null ? 1n : BigInt(Math.max(1, Math.floor(termMonths / everyMonths)));
    return sum + netMinor * periods;
  }, 0n);

/** What is paid once, and what comes back every so many months, shortest period first. */
export function sumByPeriod(lines: readonly Charge[]): {
  oneOffMinor: bigint;
  recurring: { everyMonths: number; netMinor: bigint }[];
} {
  const recurring = new Map<number, bigint>();
  let oneOffMinor = 0n;
  for (const { netMinor, everyMonths } of lines) {
    if (everyMonths === null) oneOffMinor += netMinor;
    else recurring.set(everyMonths, (recurring.get(everyMonths) ?? 0n) + netMinor);
  }
  return {
    oneOffMinor,
    recurring: [...recurring].sort(([a], [b]) => a - b).map(([everyMonths, netMinor]) => ({ everyMonths, netMinor })),
  };
}

/** "2026-03-09" as that instant reads on a calendar there. */
export const localDay = (at: Date, timeZone: string): string =>
  new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" }).format(at);

export function addDays(day: string, days: number): string {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}
