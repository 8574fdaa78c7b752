import { LogError } from "./log-error.ts";

const unitMs: Record<string, number> = { s: 1_000, min: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 };

/** "30 min", "4 h", "2 d", "1.5 w" in milliseconds. Refuses (LogError) anything else, saying where it stood. */
export function durationOf(text: unknown, where: string): number {
  const found = typeof text === "string" ? /^(\d+(?:\.\d+)?)\s*(s|min|h|d|w)$/.exec(text.trim()) : null;
  if (!found) throw new LogError(null, `${where} must be a time such as "30 min", "4 h", "2 d" or "1 w"`);
  return Number(found[1]) * unitMs[found[2]!]!;
}
