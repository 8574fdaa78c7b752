// Runs before every npm script, on whatever Node the system has: makes sure the packages of package-lock.json and the
// Node that Throughline itself runs on are there. Reads two files when they are; one npm install when they are not.
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { withInstallLock } from "./bootstrap/install-lock.mjs";
import { isInstalled, isLinked, markInstalled, prepareFolder } from "./bootstrap/installed.mjs";
import { ensureNode } from "./bootstrap/node-runtime.mjs";
import { installPackages } from "./bootstrap/npm.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const oldest = 20;

// Running Throughline takes the packages of production alone; changing it takes the compiler and the test tools too.
const development = process.env.CI !== undefined || /^pre(test|check|bench)$/.test(process.env.npm_lifecycle_event ?? "");
const scope = development ? "all" : "production";

try {
  if (Number.parseInt(process.versions.node, 10) < oldest) {
    throw new Error(`Throughline needs Node ${oldest} or newer to install itself; this is Node ${process.versions.node}.`);
  }
  if (!isLinked(root) && !isInstalled(root, scope)) {
    await withInstallLock(root, async (noteProcess) => {
      if (isInstalled(root, scope)) return; // another run installed while this one waited
      const wider = prepareFolder(root, scope);
      await installPackages(root, wider, noteProcess);
      ensureNode(root);
      markInstalled(root, wider);
    });
  }
} catch (error) {
  console.error(`\n${error.message}\n`);
  process.exit(1);
}
