import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, existsSync, fchownSync, openSync, readFileSync, statSync, truncateSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type pg from "pg";
import { clearCrashRemains } from "./crash-remains.ts";
import { type Lease, takeLease } from "./owner-lease.ts";
import { runningPostmaster } from "./postmaster.ts";
import type { ServerUser } from "./server-user.ts";
import type { Settings } from "./settings.ts";

/** What is needed to start PostgreSQL on one data folder. */
export type Launch = { postgres: string; dataDir: string; user: ServerUser; settings: Settings; config: pg.PoolConfig };

const silenceMs = 30_000;
const largestLogBytes = 8 * 1024 * 1024;

/**
 * Starts PostgreSQL unless one already runs on this folder, and waits until it answers: a recovery after a crash, or
 * the last moments of an orphan being stopped, take the time they take.
 * @returns the lease, and the process id of the PostgreSQL started here, if any
 * @throws with the end of PostgreSQL's own log when it stops instead of starting
 */
export async function reach(launch: Launch): Promise<{ lease: Lease; startedPid: number | undefined }> {
  let child: ChildProcess | undefined;
  let lastSignOfLife = Date.now();
  while (Date.now() - lastSignOfLife < silenceMs) {
    if (runningPostmaster(launch.dataDir) !== undefined) lastSignOfLife = Date.now();
    else if (child === undefined) {
      await clearCrashRemains(launch.dataDir, String(launch.config.host));
      child = spawnPostgres(launch);
    } else if (child.exitCode !== null || child.signalCode !== null) break;
    const lease = await takeLease(launch.config);
    if (lease) return { lease, startedPid: child?.pid };
    await sleep(10);
  }
  throw new Error(`PostgreSQL did not start. ${endOfLog(launch.dataDir)}`);
}

/** The last lines PostgreSQL wrote, for an error message. */
export function endOfLog(dataDir: string): string {
  const file = logFile(dataDir);
  if (!existsSync(file)) return `It left no log in ${dataDir}.`;
  return `Its log (${file}) ends with:\n${readFileSync(file, "utf8").trimEnd().split("\n").slice(-6).join("\n")}`;
}

function spawnPostgres({ postgres, dataDir, user, settings }: Launch): ChildProcess {
  const log = openLog(dataDir, user);
  const flags = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  // A session of its own: Ctrl-C in the terminal reaches Throughline alone, which then stops PostgreSQL in order.
  const child = spawn(postgres, ["-D", dataDir, ...flags], { ...user, cwd: "/", detached: true, stdio: ["ignore", log, log] });
  closeSync(log);
  child.on("error", () => {}); // shows as an exit, reported by reach() with the log
  child.unref();
  return child;
}

/** A file rather than a pipe: PostgreSQL keeps writing to it after a kill -9 of this process. */
function openLog(dataDir: string, user: ServerUser): number {
  const file = logFile(dataDir);
  if (existsSync(file) && statSync(file).size > largestLogBytes) truncateSync(file);
  const log = openSync(file, "a", 0o600);
  if (user.uid !== undefined) fchownSync(log, user.uid, user.gid);
  return log;
}

function logFile(dataDir: string): string {
  return join(dataDir, "postgres.log");
}
