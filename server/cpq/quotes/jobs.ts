import type { TimedJob } from "#events/timed-job.ts";
import { expireQuotes } from "./expire-quotes.ts";

export const quotesJobs: readonly TimedJob[] = [{ name: "quotes/expire", everyMs: 15 * 60_000, run: expireQuotes }];
