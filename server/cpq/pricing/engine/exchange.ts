/** Exchange rates: which one applies, kept with its source and date. */
import { divide, one } from "#platform/rational.ts";
import type { ExchangeRate, PriceCase } from "./case.ts";
import { formatDay } from "./days.ts";
import type { Conversion } from "./priced.ts";
import { exactText } from "./exact-text.ts";

/**
 * The latest rate not after the case's day, direct or, failing that, the inverse of the opposite one. null when there
 * is none. Rates are never chained through a third currency.
 */
export function findRate(priceCase: PriceCase, from: string, to: string): Conversion | null {
  if (from === to) return { from, to, rate: one, source: "same currency", date: priceCase.date };
  const direct = latest(priceCase, from, to);
  if (direct) return { from, to, rate: direct.rate, source: direct.source, date: direct.date };
  const inverse = latest(priceCase, to, from);
  return inverse && { from, to, rate: divide(one, inverse.rate), source: `${inverse.source} (inverse)`, date: inverse.date };
}

function latest(priceCase: PriceCase, from: string, to: string): ExchangeRate | null {
  let best: ExchangeRate | null = null;
  for (const rate of priceCase.exchangeRates) {
    if (rate.from !== from || rate.to !== to || rate.date > priceCase.date) continue;
    if (!best || rate.date > best.date || (rate.date === best.date && rate.source < best.source)) best = rate;
  }
  return best;
}

/** "USD to EUR at 0.92, ECB, 2026-03-01" */
export const conversionText = (conversion: Conversion): string =>
  `${conversion.from} to ${conversion.to} at ${exactText(conversion.rate)}, ${conversion.source}, ${formatDay(conversion.date)}`;
