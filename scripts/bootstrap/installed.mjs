import { createHash } from "node:crypto";
import { existsSync, lstatSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Whether node_modules is a link to an installation made elsewhere, which is then nobody's to change from here. */
export function isLinked(root) {
  return lstatSync(join(root, "node_modules"), { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
}

/** Whether node_modules holds what package-lock.json asks for on this kind of machine: "all", or at least "production". */
export function isInstalled(root, scope) {
  const [print, installedScope] = readStamp(root);
  return print === fingerprint(root) && (installedScope === scope || installedScope === "all");
}

/**
 * Makes node_modules ready for npm and returns the scope to install: never narrower than what is there. An install that
 * was cut short may have left half a package that npm would take for a whole one, so its remains are removed first.
 */
export function prepareFolder(root, scope) {
  const [, installedScope] = readStamp(root);
  const byHand = installedScope === undefined && existsSync(join(root, "node_modules", ".package-lock.json"));
  if (existsSync(markFile(root)) || (installedScope === undefined && !byHand)) {
    rmSync(join(root, "node_modules"), { recursive: true, force: true });
  }
  mkdirSync(join(root, "node_modules"), { recursive: true });
  writeFileSync(markFile(root), "");
  return byHand || installedScope === "all" ? "all" : scope;
}

/** Called last, so that an install cut short at any point is seen as missing. */
export function markInstalled(root, scope) {
  writeFileSync(stampFile(root), `${fingerprint(root)} ${scope}`);
  rmSync(markFile(root), { force: true });
}

const stampFile = (root) => join(root, "node_modules", ".throughline-installed");
const markFile = (root) => join(root, "node_modules", ".throughline-installing");

function readStamp(root) {
  return existsSync(stampFile(root)) ? readFileSync(stampFile(root), "utf8").split(" ") : [];
}

function fingerprint(root) {
  const lock = readFileSync(join(root, "package-lock.json"));
  return createHash("sha256").update(lock).update(`${process.platform}-${process.arch}`).digest("hex");
}
