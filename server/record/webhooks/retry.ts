/** When to try again, in seconds after each failed attempt (as Standard Webhooks advises): quickly at first, then for three days. */
const delaysSeconds = [5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400];
export const maxAttempts = delaysSeconds.length + 1;
/** An endpoint that has failed for so long without one success is switched off. */
export const disableAfterMs = 5 * 86_400_000;

/** Seconds to wait after `attempts` failures, or null to give up. A receiver that asks for more time gets it, up to a day. */
export function retryAfter(attempts: number, askedSeconds: number | null, jitter: number = Math.random()): number | null {
  const delay = delaysSeconds[attempts - 1];
  if (delay === undefined) return null;
  const spread = delay * (0.9 + 0.2 * jitter);
  return Math.round(Math.max(spread, Math.min(askedSeconds ?? 0, 86_400)));
}
