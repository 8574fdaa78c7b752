// npm run check: what must hold before anything is tested. One line a check; what a failed one printed, in full.
import { spawn } from "node:child_process";
import { availableParallelism } from "node:os";
import { delimiter, dirname, join } from "node:path";

const root = dirname(import.meta.dirname);

/** Longest first, so that the last to finish is a short one. */
const checks: readonly { name: string; command: string; args: readonly string[] }[] = [
  { name: "lint (oxlint, with types)", command: "oxlint", args: ["--type-aware", "--quiet", "."] },
  { name: "types (tsc)", command: "tsc", args: ["-p", ".", "--incremental", "--tsBuildInfoFile", "dist/types.tsbuildinfo"] },
  { name: "db/schema.ts is what the migrations make", command: "node", args: ["scripts/generate-schema.ts", "--check"] },
  { name: "house rules", command: "node", args: ["--test", "test/architecture.test.ts"] },
  {
    name: "texts in English and French",
    command: "node",
    args: ["--test", "server/platform/i18n/i18n.test.ts", "web/i18n/messages.test.ts"],
  },
  { name: "format (biome)", command: "biome", args: ["format", "--colors=off", "."] },
];

const waiting = [...checks];
let failed = 0;
await Promise.all(Array.from({ length: Math.max(2, availableParallelism()) }, work));
console.log(failed === 0 ? `All ${checks.length} checks hold.` : `${failed} of ${checks.length} checks failed.`);
process.exitCode = failed === 0 ? 0 : 1;

async function work(): Promise<void> {
  for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
    const started = performance.now();
    const { code, output } = await runQuietly(check.command, check.args);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    console.log(`${code === 0 ? "  ok" : "FAIL"}  ${check.name}, ${seconds} s`);
    if (code === 0) continue;
    failed += 1;
    console.log(output.trimEnd().replaceAll(/^(?=.)/gm, "      "));
  }
}

function runQuietly(command: string, args: readonly string[]): Promise<{ code: number; output: string }> {
  const path = [join(root, "node_modules", ".bin"), process.env.PATH].join(delimiter);
  return new Promise((resolve) => {
    let output = "";
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, PATH: path, NO_COLOR: "1", NODE_COMPILE_CACHE: join(root, "node_modules", ".cache", "compiled") },
      stdio: ["ignore", "pipe", "pipe"],
    });
    child.stdout.on("data", (text: Buffer) => (output += text.toString()));
    child.stderr.on("data", (text: Buffer) => (output += text.toString()));
    child.on("error", (error) => resolve({ code: 1, output: `${output}${error.message}` }));
    child.on("close", (code) => resolve({ code: code ?? 1, output }));
  });
}
