import { spawn } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Tally } from "./tally.ts";

/** playwright.config.ts exits with this when no browser renders a page here, having printed why. */
export const noBrowserExitCode = 2;

/** Runs the Playwright tests. Without a browser each file counts as failed, or as skipped where ALLOW_NO_BROWSER=1 says so. */
export async function runBrowserTests(root: string, files: string[], name: string | undefined): Promise<Tally> {
  const tally: Tally = { passed: 0, failed: 0, skipped: 0 };
  if (files.length === 0) return tally;
  const results = join(root, "test-results", "browser.json");
  rmSync(results, { force: true });
  const cli = join(dirname(createRequire(import.meta.url).resolve("@playwright/test/package.json")), "cli.js");
  const code = await runToEnd([cli, "test", ...files, ...(name === undefined ? [] : ["--grep", name])], root, results);
  if (code === noBrowserExitCode && !existsSync(results)) {
    const skip = process.env.ALLOW_NO_BROWSER === "1";
    return { ...tally, [skip ? "skipped" : "failed"]: files.length };
  }
  if (!existsSync(results)) return { ...tally, failed: files.length };
  const { stats, errors } = JSON.parse(readFileSync(results, "utf8")) as PlaywrightReport;
  const failed = stats.unexpected + errors.length;
  return { passed: stats.expected + stats.flaky, failed: failed === 0 && code !== 0 ? 1 : failed, skipped: stats.skipped };
}

type PlaywrightReport = { stats: { expected: number; unexpected: number; flaky: number; skipped: number }; errors: unknown[] };

function runToEnd(args: string[], root: string, results: string): Promise<number> {
  const env = { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: results };
  const child = spawn(process.execPath, args, { cwd: root, stdio: ["ignore", "inherit", "inherit"], env });
  return new Promise((resolve, reject) => child.on("error", reject).on("close", (code) => resolve(code ?? 1)));
}
