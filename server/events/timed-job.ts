import type { Context } from "#platform/context.ts";

/** What happens because time passes: expire, remind, bill. Runs on one process at a time; must be safe to run again. */
export interface TimedJob {
  /** "<module>/<verb-noun>" */
  name: string;
  everyMs: number;
  run(ctx: Context): Promise<void>;
}
