import { sql } from "kysely";
import type { App } from "#platform/context.ts";
import { inTurn } from "./in-turn.ts";
import { catchUp, type Projection } from "./project.ts";
import { systemContext } from "./tasks.ts";
import type { TimedJob } from "./timed-job.ts";

/**
 * Runs a timed job if no other process is running it, and notes when it ran and what went wrong: the status page reads
 * this. The advisory lock is held by the transaction, so a killed process frees it.
 */
export const runTimedJob = (app: App, job: TimedJob): Promise<boolean> => inTurn(() => runLocked(app, job));

async function runLocked(app: App, job: TimedJob): Promise<boolean> {
  return app.db.transaction().execute(async (tx) => {
    const { rows } = await sql<{
      mine: boolean;
    }>`select pg_try_advisory_xact_lock(hashtext(${`loop:${job.name}`})) as mine`.execute(tx);
    if (!rows[0]?.mine) return false;
    await note(app, job.name, { startedAt: new Date() });
    try {
      await job.run(systemContext(app, job.name));
      await note(app, job.name, { finishedAt: new Date(), error: null });
    } catch (error) {
      app.log.error({ err: error, job: job.name }, "timed job failed");
      await note(app, job.name, { finishedAt: new Date(), error: error instanceof Error ? error.message : String(error) });
    }
    return true;
  });
}

/** Folds one projection; a failing one is noted and tried again, and never stops the others. */
export async function runProjection(app: App, projection: Projection): Promise<number> {
  try {
    return await catchUp(app, projection);
  } catch (error) {
    app.log.error({ err: error, projection: projection.name }, "projection failed");
    const message = error instanceof Error ? error.message : String(error);
    await sql`insert into projection_cursors (name, error) values (${projection.name}, ${message}) on conflict (name) do update set error = excluded.error`.execute(
      app.db,
    );
    return 0;
  }
}

async function note(app: App, name: string, run: { startedAt?: Date; finishedAt?: Date; error?: string | null }): Promise<void> {
  await sql`insert into loop_runs (name, started_at) values (${name}, ${run.startedAt ?? new Date()})
    on conflict (name) do update set started_at = coalesce(${run.startedAt ?? null}, loop_runs.started_at),
      finished_at = coalesce(${run.finishedAt ?? null}, loop_runs.finished_at), error = ${run.error ?? null}`.execute(app.db);
}
