import { sql } from "kysely";
import type { Context } from "../context.ts";
import { json, type Tx } from "../database.ts";

/** Work done outside the transaction that asked for it (mail, webhooks, documents). May run again: must be idempotent. */
export interface Task {
  /** "<module>/<verb-noun>" */
  name: string;
  run(ctx: Context, input: Record<string, unknown>): Promise<void>;
}

export interface EnqueueOptions {
  /** At most one waiting job per key; a later call replaces it. */
  key?: string;
  runAt?: Date;
  maxAttempts?: number;
}

/** Asks for a task, in the caller's transaction: rolled back with it, never lost after it. */
export async function enqueue(tx: Tx, task: string, input: Record<string, unknown>, options: EnqueueOptions = {}): Promise<void> {
  await sql`select graphile_worker.add_job('task', ${json({ task, input })}::json, job_key := ${options.key ?? null}, run_at := ${options.runAt ?? null}::timestamptz, max_attempts := ${options.maxAttempts ?? 12})`.execute(
    tx,
  );
}
