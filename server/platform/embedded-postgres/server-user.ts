import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { dirname } from "node:path";

/** The operating-system user PostgreSQL runs as; empty when it is simply the user who started Throughline. */
export type ServerUser = { uid: number; gid: number } | Record<string, never>;

/**
 * PostgreSQL refuses to run as root. Under root it runs as whoever owns the data folder (or the folder it will be
 * made in), so that `sudo npm start` in a user's own checkout leaves files that user can still open; failing that
 * as `postgres`, then `nobody`.
 */
export function serverUser(dataDir: string): ServerUser {
  if (process.getuid?.() !== 0) return {};
  const owner = ownerOfNearestFolder(dataDir);
  const candidates = owner === 0 ? ["postgres", "nobody"] : [String(owner), "postgres", "nobody"];
  for (const name of candidates) {
    const uid = askId("-u", name);
    const gid = askId("-g", name);
    if (uid !== undefined && gid !== undefined && uid !== 0) return { uid, gid };
  }
  throw new Error(
    "PostgreSQL cannot run as root, and this system has no user 'postgres' or 'nobody' to run it as. " +
      "Start Throughline as an ordinary user, or set DATABASE_URL.",
  );
}

/** Whether that user can run this program (a project below a 700 home is closed to `nobody`). */
export function canRun(program: string, user: ServerUser): boolean {
  return spawnSync(program, ["--version"], { ...user, cwd: "/", stdio: "ignore" }).status === 0;
}

/** Whether that user can pass through this folder. */
export function canEnter(folder: string, user: ServerUser): boolean {
  return spawnSync("/bin/sh", ["-c", 'cd "$0"', folder], { ...user, cwd: "/", stdio: "ignore" }).status === 0;
}

function ownerOfNearestFolder(path: string): number {
  let folder = path;
  while (!existsSync(folder) && dirname(folder) !== folder) folder = dirname(folder);
  return statSync(folder).uid;
}

function askId(flag: "-u" | "-g", name: string): number | undefined {
  try {
    return Number(execFileSync("id", [flag, name], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }));
  } catch {
    return undefined;
  }
}
