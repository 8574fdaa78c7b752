import { spawn } from "node:child_process";

const always = [
  "install",
  "--no-save",
  "--ignore-scripts",
  "--prefer-offline",
  "--no-audit",
  "--no-fund",
  "--loglevel=error",
  "--include=optional",
];

/**
 * Installs what package-lock.json says, changing only what differs. No package's install script runs: none is needed,
 * and code that never runs cannot harm. `install` rather than `ci`, which wipes the folder and gives up when the
 * registry lacks a package meant for another operating system.
 */
export async function installPackages(root, scope, noteProcess) {
  console.log("Installing packages (first run, or package-lock.json changed); about a gigabyte, once ...");
  const started = Date.now();
  const heartbeat = setInterval(() => console.log(`  still installing after ${seconds(started)} s ...`), 20_000);
  try {
    const { code, errors } = await npm([...always, scope === "all" ? "--include=dev" : "--omit=dev"], root, noteProcess);
    if (code !== 0) throw new Error(explain(root, errors));
  } finally {
    clearInterval(heartbeat);
  }
  console.log(`Packages installed in ${seconds(started)} s.`);
}

function npm(args, root, noteProcess) {
  // The npm that runs us, or the one in PATH when this script is run by hand.
  const script = process.env.npm_execpath;
  const usesScript = script !== undefined && /npm-cli\.c?js$/.test(script);
  const [command, all] = usesScript ? [process.execPath, [script, ...args]] : ["npm", args];
  return new Promise((resolve, reject) => {
    const child = spawn(command, all, {
      cwd: root,
      env: cleanEnvironment(),
      stdio: ["ignore", "ignore", "pipe"],
      shell: !usesScript && process.platform === "win32",
    });
    if (child.pid !== undefined) noteProcess(child.pid);
    let errors = "";
    child.stderr.on("data", (text) => (errors = (errors + text).slice(-20_000)));
    child.on("error", () => reject(new Error("npm was not found: install Node with npm, then run this again.")));
    child.on("close", (code) => resolve({ code, errors }));
  });
}

/** Without the outer npm's view of its own script, and without settings that would leave packages out. */
function cleanEnvironment() {
  const foreign =
    /^(npm_(lifecycle|package|command)|npm_config_(omit|only|production|global|prefix|dry_run|workspace)|node_env$)/i;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name)));
}

function explain(root, errors) {
  const code = /code (E[A-Z]+)/.exec(errors)?.[1] ?? "";
  if (
    /^E(NOTFOUND|AI_AGAIN|CONNREFUSED|CONNRESET|TIMEDOUT|NETUNREACH|HOSTUNREACH)|ERR_SOCKET_TIMEOUT|ENOTCACHED/.test(code) ||
    /network/i.test(code)
  ) {
    return "The packages could not be downloaded: no way to the npm registry. Check the network (or npm's proxy setting), then run this again.";
  }
  if (/^E(ACCES|PERM|ROFS|NOSPC)$/.test(code)) return explainFileError(root, { code });
  if (code === "EINTEGRITY")
    return "A downloaded package differs from package-lock.json (EINTEGRITY). Run `npm cache verify`, then run this again.";
  return `The packages could not be installed. npm said:\n${errors.trim() || "nothing"}`;
}

/** One line for a file that could not be written. */
export function explainFileError(root, error) {
  if (error.code === "ENOSPC") return `The disk is full: Throughline needs about a gigabyte below ${root}.`;
  if (["EACCES", "EPERM", "EROFS"].includes(error.code))
    return `No permission to write in ${root} (or in npm's cache): run this as the folder's owner.`;
  return `The install could not start: ${error.message}`;
}

function seconds(since) {
  return Math.round((Date.now() - since) / 1000);
}
