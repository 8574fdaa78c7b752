import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/** Whether a process with this id exists, whoever owns it. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** The process id of the PostgreSQL running on this data folder, if one is. */
export function runningPostmaster(dataDir: string): number | undefined {
  const pid = pidInFile(dataDir);
  return pid !== undefined && isPostgres(pid) ? pid : undefined;
}

/** The process id PostgreSQL wrote into its data folder: of the one running, or of one killed. */
export function pidInFile(dataDir: string): number | undefined {
  const file = join(dataDir, "postmaster.pid");
  if (!existsSync(file)) return undefined;
  const pid = Number.parseInt(readFileSync(file, "utf8"), 10);
  return pid > 0 ? pid : undefined;
}

/** Stops PostgreSQL and waits until it is gone; `fast` closes sessions and checkpoints, `immediate` just drops everything. */
export async function stopPostmaster(pid: number, how: "fast" | "immediate", timeoutMs = 30_000): Promise<void> {
  signal(pid, how === "fast" ? "SIGINT" : "SIGQUIT");
  const deadline = Date.now() + timeoutMs;
  while (isPostgres(pid)) {
    if (Date.now() > deadline) {
      if (how === "immediate") throw new Error(`PostgreSQL (process ${pid}) does not stop.`);
      return stopPostmaster(pid, "immediate", timeoutMs);
    }
    await sleep(10);
  }
}

/** Sends a signal; a process already gone is no error. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}

/** Whether this process is a live PostgreSQL. A zombie does not count: it holds neither files nor locks, it only waits to be reaped. */
export function isPostgres(pid: number): boolean {
  if (!isAlive(pid)) return false;
  try {
    if (process.platform === "linux") {
      const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
      return /\(postgres\) [^Z]/.test(stat);
    }
    return /postgres/.test(execFileSync("ps", ["-o", "comm=", "-p", String(pid)], { encoding: "utf8" }));
  } catch {
    return false;
  }
}
