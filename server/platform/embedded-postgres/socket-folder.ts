import { createHash } from "node:crypto";
import { chmodSync, chownSync, lstatSync, mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ServerUser } from "./server-user.ts";

/** A socket's path must fit in 104 bytes (macOS; Linux allows 108), "/.s.PGSQL.5432.lock" included. */
const longestFolder = 84;

/**
 * The folder of the unix socket: the data folder itself, which only PostgreSQL's user can enter; or, where that path is
 * too long for a socket, a private folder in the temp folder, named after the data folder.
 */
export function socketDirFor(dataDir: string, user: ServerUser): string {
  if (Buffer.byteLength(dataDir) <= longestFolder) return dataDir;
  const folder = join(tmpdir(), `throughline-${createHash("sha256").update(dataDir).digest("hex").slice(0, 12)}`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const found = lstatSync(folder);
  const owners = [process.getuid?.(), user.uid];
  if (!found.isDirectory() || !owners.includes(found.uid)) {
    throw new Error(`${folder} belongs to someone else: remove it, or set THROUGHLINE_DATA to a shorter path.`);
  }
  if (user.uid !== undefined) chownSync(folder, user.uid, user.gid);
  chmodSync(folder, 0o700);
  return folder;
}
