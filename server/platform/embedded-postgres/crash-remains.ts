import { readdirSync, readlinkSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { isPostgres, pidInFile, signal } from "./postmaster.ts";

/**
 * Clears what a killed PostgreSQL left behind, so that a new one can start on the folder. Two things block it:
 * workers that have not yet noticed their parent's death, and lock files naming a process number that a container
 * reuses or never reaps. Lock files are only removed once no worker is left: until then they protect the data.
 */
export async function clearCrashRemains(dataDir: string, socketDir: string): Promise<void> {
  const dead = pidInFile(dataDir);
  if (process.platform !== "linux" || dead === undefined) return; // elsewhere PostgreSQL's own checks do
  const startedMeanwhile = (): boolean => pidInFile(dataDir) !== dead || isPostgres(dead);
  const deadline = Date.now() + 10_000;
  for (let left = workersOn(dataDir); left.length > 0; left = workersOn(dataDir)) {
    if (startedMeanwhile()) return;
    if (Date.now() > deadline)
      throw new Error(`Processes of a killed PostgreSQL still use ${dataDir}: end ${left.join(", ")} first.`);
    for (const pid of left) signal(pid, "SIGQUIT");
    await sleep(20);
  }
  if (startedMeanwhile()) return;
  for (const file of [join(dataDir, "postmaster.pid"), join(socketDir, ".s.PGSQL.5432.lock")]) rmSync(file, { force: true });
}

/** PostgreSQL processes standing in this data folder: every one of them makes it its working folder. */
function workersOn(dataDir: string): number[] {
  return readdirSync("/proc")
    .map(Number)
    .filter((pid) => pid > 0 && standsIn(pid, dataDir) && isPostgres(pid));
}

function standsIn(pid: number, folder: string): boolean {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === folder;
  } catch {
    return false; // gone meanwhile, or another user's
  }
}
