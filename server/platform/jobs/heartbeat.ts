import { sql } from "kysely";
import type { App } from "../context.ts";
import { newId } from "../ids.ts";

const beatEveryMs = 3_000;
const deadAfterMs = 15_000;

/** Says every few seconds which workers of this process live, and frees the jobs held by workers that stopped saying so. */
export function startHeartbeat(app: App, workerIds: () => string[]): { stop(): Promise<void> } {
  const processId = newId();
  let running: Promise<void> = Promise.resolve();
  const beat = async () => {
    await sql`insert into worker_heartbeats (process_id, worker_ids) values (${processId}, ${workerIds()})
      on conflict (process_id) do update set worker_ids = excluded.worker_ids, beat_at = now()`.execute(app.db);
    await freeJobsOfTheDead(app);
  };
  const tick = () => {
    running = beat().catch((error: unknown) => app.log.error({ err: error }, "heartbeat failed"));
  };
  tick();
  const timer = setInterval(tick, beatEveryMs);
  return {
    async stop() {
      clearInterval(timer);
      await running;
      await sql`delete from worker_heartbeats where process_id = ${processId}`.execute(app.db);
    },
  };
}

/** Without this, a job locked by a killed process stays locked for four hours. */
export async function freeJobsOfTheDead(app: App): Promise<string[]> {
  await sql`delete from worker_heartbeats where beat_at < now() - make_interval(secs => ${deadAfterMs / 1000})`.execute(app.db);
  const { rows } = await sql<{ worker_id: string }>`
    select distinct locked_by as worker_id from graphile_worker._private_jobs
    where locked_by is not null and locked_at < now() - interval '5 seconds'
      and not exists (select 1 from worker_heartbeats h where locked_by = any (h.worker_ids))`.execute(app.db);
  const dead = rows.map((row) => row.worker_id);
  if (dead.length > 0) {
    await sql`select graphile_worker.force_unlock_workers(${dead}::text[])`.execute(app.db);
    app.log.warn({ workers: dead }, "freed the jobs of workers that died");
  }
  return dead;
}
