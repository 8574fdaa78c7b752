import { EventEmitter } from "node:events";
import { run } from "graphile-worker";
import pg from "pg";
import type { Module } from "#events/define-module.ts";
import { runProjection, runTimedJob } from "#events/loops.ts";
import { taskList } from "#events/tasks.ts";
import type { App } from "#platform/context.ts";
import { startHeartbeat } from "#platform/jobs/heartbeat.ts";

export interface Worker {
  stop(): Promise<void>;
}

/**
 * Everything that happens without a request: reactions, tasks, timed jobs, projections. Any number of processes may run
 * it side by side; each job, loop and projection runs on one at a time.
 */
export async function startWorker(
  app: App,
  modules: readonly Module[],
  poolConfig: pg.PoolConfig,
  concurrency = 6,
): Promise<Worker> {
  const pool = new pg.Pool({ ...poolConfig, max: concurrency + 4 });
  pool.on("error", () => {});
  pool.on("connect", (client) => client.on("error", () => {}));
  const workerIds = new Set<string>();
  const events = new EventEmitter();
  events.on("worker:create", ({ worker }: { worker: { workerId: string } }) => workerIds.add(worker.workerId));
  events.on("worker:release", ({ worker }: { worker: { workerId: string } }) => workerIds.delete(worker.workerId));
  const runner = await run({
    pgPool: pool,
    concurrency,
    noHandleSignals: true,
    pollInterval: 1_000,
    taskList: taskList(app),
    events: events as never,
    logger: quiet(app) as never,
  });
  const heartbeat = startHeartbeat(app, () => [...workerIds]);
  const loops = startLoops(app, modules);
  return {
    async stop() {
      await loops.stop();
      await runner.stop();
      await heartbeat.stop();
      await pool.end();
    },
  };
}

/** One timer per timed job, and one that folds every projection when events arrive (or each second). */
function startLoops(app: App, modules: readonly Module[]): { stop(): Promise<void> } {
  let stopped = false;
  const running = new Set<Promise<unknown>>();
  const timers: NodeJS.Timeout[] = [];
  const ticks: (() => void)[] = [];
  const repeat = (everyMs: number, work: () => Promise<unknown>) => {
    let busy = false;
    const tick = () => {
      if (stopped || busy) return;
      busy = true;
      const done = work()
        .catch((error: unknown) => app.log.error({ err: error }, "loop failed"))
        .finally(() => {
          busy = false;
          running.delete(done);
        });
      running.add(done);
    };
    timers.push(setInterval(tick, everyMs));
    ticks.push(tick);
    tick();
  };
  let offsetMs = app.clock.offsetMs();
  const followJumps = () => {
    if (app.clock.offsetMs() === offsetMs) return;
    offsetMs = app.clock.offsetMs();
    for (const tick of ticks) tick(); // the demo clock moved: what is due now happens now
  };
  timers.push(setInterval(followJumps, 250));
  for (const job of modules.flatMap((module) => module.jobs ?? [])) repeat(job.everyMs, () => runTimedJob(app, job));
  for (const projection of modules.flatMap((module) => module.projections ?? []))
    repeat(1_000, () => runProjection(app, projection));
  return {
    async stop() {
      stopped = true;
      for (const timer of timers) clearInterval(timer);
      await Promise.allSettled(running);
    },
  };
}

/** The queue's own messages go to our log, errors and warnings only. */
const quiet = (app: App) => {
  const logger = { error: log("error"), warn: log("warn"), info: () => {}, debug: () => {}, scope: () => logger };
  function log(level: "error" | "warn") {
    return (message: string, meta?: unknown) => app.log[level]({ meta }, message);
  }
  return logger;
};
