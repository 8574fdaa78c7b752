import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import type { Binaries } from "./binaries.ts";
import { isAlive } from "./postmaster.ts";
import { canEnter, type ServerUser } from "./server-user.ts";

/** The database superuser of an embedded PostgreSQL; only its own operating-system user can reach the socket. */
export const superuser = "throughline";

/** Where the data will live: the folder asked for, or a disposable one in the temp folder. */
export function chooseDataDir(requested: string, ephemeral: boolean): string {
  if (!ephemeral) return resolve(requested);
  const folder = mkdtempSync(join(tmpdir(), "throughline-pg-"));
  chmodSync(folder, 0o755);
  return join(folder, "pg");
}

/**
 * Makes the data folder if there is none yet and returns where it is. Run as root below a closed home folder,
 * PostgreSQL's user cannot get in: the data then lives in /var/lib/throughline, and a note beside the folder asked for says so.
 */
export function prepareDataDir(dataDir: string, binaries: Binaries, user: ServerUser, ephemeral: boolean): string {
  makeParent(dataDir);
  if (user.uid !== undefined && !canEnter(dirname(dataDir), user)) {
    const reachable = `/var/lib/throughline/${createHash("sha256").update(dataDir).digest("hex").slice(0, 12)}/pg`;
    writeFileSync(`${dataDir}.location`, `${reachable}\n`);
    return prepareDataDir(reachable, binaries, user, ephemeral);
  }
  if (!existsSync(join(dataDir, "PG_VERSION"))) initialise(dataDir, binaries, user, ephemeral);
  return dataDir;
}

function makeParent(dataDir: string): void {
  try {
    mkdirSync(dirname(dataDir), { recursive: true, mode: 0o755 });
    accessSync(existsSync(dataDir) ? dataDir : dirname(dataDir), constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new Error(
      `Cannot use the data folder ${dataDir}: ${(error as Error).message}. Set THROUGHLINE_DATA to a folder you can write to.`,
    );
  }
}

/** initdb works in a side folder renamed at the end: a start killed half-way, or two at once, never leave half a database. */
function initialise(dataDir: string, binaries: Binaries, user: ServerUser, ephemeral: boolean): void {
  dropAbandoned(dataDir);
  const unfinished = `${dataDir}.new-${process.pid}`;
  mkdirSync(unfinished, { mode: 0o700 });
  if (user.uid !== undefined) chownSync(unfinished, user.uid, user.gid);
  const locale = ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--encoding=UTF8"];
  const speed = ephemeral ? ["--no-sync", "--no-data-checksums", "--set", "shared_buffers=16MB"] : [];
  const result = spawnSync(binaries.initdb, ["-D", unfinished, "-U", superuser, "--auth=trust", ...locale, ...speed], {
    ...user,
    cwd: "/",
    encoding: "utf8",
  });
  if (result.status !== 0) {
    rmSync(unfinished, { recursive: true, force: true });
    throw new Error(`PostgreSQL could not make its data folder ${dataDir}: ${lastLine(result.stderr) ?? result.error?.message}`);
  }
  try {
    renameSync(unfinished, dataDir);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(join(dataDir, "PG_VERSION"))) {
      throw new Error(`The data folder ${dataDir} is not empty and holds no database: ${(error as Error).message}`);
    }
  }
}

function dropAbandoned(dataDir: string): void {
  const prefix = `${basename(dataDir)}.new-`;
  for (const name of readdirSync(dirname(dataDir))) {
    if (!name.startsWith(prefix) || isAlive(Number(name.slice(prefix.length)))) continue;
    rmSync(join(dirname(dataDir), name), { recursive: true, force: true });
  }
}

function lastLine(text: string | null): string | undefined {
  return text?.trim().split("\n").at(-1);
}
