import { availableParallelism } from "node:os";
import { resolve } from "node:path";
import { type EventData, run } from "node:test";
import { reportFile } from "./report-file.ts";
import type { Tally } from "./tally.ts";

const noTest = { name: "Error", message: "holds no test", cause: "holds no test" } as unknown as EventData.Error;
const oneTestMs = 120_000;
const wholeRunMs = 45 * 60_000;

export interface RunOptions {
  root: string;
  /** Only tests whose name holds this. */
  name: string | undefined;
  /** One file at a time, and none forced to its end: its last words are heard. */
  alone?: boolean;
}

/**
 * Runs each file in a process of its own, a few at a time, and prints one line a file, failures in full.
 * Gives back how each ended, by its whole path; a file whose process took its last words along is missing.
 */
export async function runFiles(files: string[], { root, name, alone = false }: RunOptions): Promise<Map<string, Tally>> {
  const outcomes = new Map<string, Tally>();
  const failures = new Map<string, EventData.TestFail[]>();
  const printed = new Map<string, string>();
  const failuresOf = (file = ""): EventData.TestFail[] => failures.get(file) ?? failures.set(file, []).get(file)!;
  const report = (file: string, durationMs: number, counts?: EventData.TestSummary["counts"]): void => {
    const path = resolve(root, file);
    outcomes.set(path, tallyOf(counts));
    reportFile({ root, file, counts, durationMs, failures: failuresOf(file), printed: printed.get(path) ?? "" });
  };
  const keepPrinted = ({ file, message }: { file?: string | undefined; message: string }): void => {
    if (!file) return;
    const path = resolve(root, file);
    printed.set(path, ((printed.get(path) ?? "") + message).slice(-20_000));
  };

  const stream = run({
    files,
    cwd: root,
    concurrency: alone ? 1 : Math.max(2, availableParallelism()),
    timeout: oneTestMs,
    signal: AbortSignal.timeout(wholeRunMs), // an endless loop in a test cannot be timed out from within
    // a timer left running must not hang the whole run
    execArgv: alone ? [] : ["--test-force-exit"],
    ...(name === undefined ? {} : { testNamePatterns: [name] }),
  });
  stream.on("test:stdout", keepPrinted);
  stream.on("test:stderr", keepPrinted);
  stream.on("test:fail", (data) => {
    failuresOf(data.file).push(data);
    if (data.file !== undefined && standsForItsFile(data)) report(data.file, data.details.duration_ms);
  });
  stream.on("test:pass", (data) => {
    // Node counts a file that holds no test as a test passed
    if (data.file === undefined || !standsForItsFile(data) || name !== undefined) return;
    failuresOf(data.file).push({ ...data, details: { ...data.details, error: noTest } });
    report(data.file, data.details.duration_ms);
  });
  stream.on("test:summary", ({ file, counts, duration_ms }) => {
    if (file !== undefined && !outcomes.has(resolve(root, file))) report(file, duration_ms, counts);
  });
  for await (const _ of stream); // drained: the stream ends when the last file has
  return outcomes;
}

/** Without counts the file broke outside of any test: that is a failure of its own. */
function tallyOf(counts?: EventData.TestSummary["counts"]): Tally {
  if (!counts) return { passed: 0, failed: 1, skipped: 0 };
  const skipped = counts.skipped + counts.todo;
  return { passed: counts.passed, failed: counts.tests - counts.passed - skipped, skipped };
}

/** Node reports a file itself as a test when it holds none, or when it broke outside of any. */
function standsForItsFile({ name, file }: { name: string; file?: string | undefined }): boolean {
  return name === file || (file?.endsWith(`/${name}`) ?? false);
}
