import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";

/** Throughline runs its TypeScript directly, which Node does by itself from this version. */
const wanted = 24;

/**
 * Makes sure package scripts run on Node 24 or newer: npm puts node_modules/.bin before the system's PATH, and the
 * package of this machine's Node brings `node` there. Where npm has none (macOS, musl), the system's own must do.
 */
export function ensureNode(root) {
  const bin = join(root, "node_modules", ".bin", "node");
  if (majorOf(bin) >= wanted) return;
  const packaged = join(root, "node_modules", `node-${process.platform}-${process.arch}`, "bin", "node");
  rmSync(bin, { force: true });
  if (majorOf(packaged) >= wanted) {
    mkdirSync(join(root, "node_modules", ".bin"), { recursive: true });
    symlinkSync(join("..", `node-${process.platform}-${process.arch}`, "bin", "node"), bin);
    return;
  }
  const system = Number.parseInt(process.versions.node, 10);
  if (system >= wanted) return;
  throw new Error(
    `npm has no Node ${wanted} that runs on this machine (${process.platform}-${process.arch}), and the system's is ${process.versions.node}. ` +
      `Install Node ${wanted} or newer, then run this again.`,
  );
}

function majorOf(program) {
  if (!existsSync(program)) return 0;
  const { stdout } = spawnSync(program, ["--version"], { encoding: "utf8" });
  return Number.parseInt(stdout?.slice(1) ?? "", 10) || 0;
}
