import { availableParallelism } from "node:os";
import { resolve } from "node:path";
import { type EventData, run } from "node:test";
import { reportFile } from "./report-file.ts";
import { add, type Tally } from "./tally.ts";

const noTest = { name: "Error", message: "holds no test", cause: "holds no test" } as unknown as EventData.Error;
const oneTestMs = 120_000;
const wholeRunMs = 45 * 60_000;

/** Runs each file in a process of its own, a few at a time, and prints one line a file; failures in full. */
export async function runNodeTests(
  files: string[],
  options: { name: string | undefined; root: string; again?: boolean },
): Promise<Tally> {
  const reported = new Set<string>();
  const tally: Tally = { passed: 0, failed: 0, skipped: 0 };
  const failures = new Map<string, EventData.TestFail[]>();
  const printed = new Map<string, string>();
  const failuresOf = (file = ""): EventData.TestFail[] => failures.get(file) ?? failures.set(file, []).get(file)!;
  const report = (file: string, durationMs: number, counts?: EventData.TestSummary["counts"]): void => {
    reported.add(resolve(options.root, file));
    reportFile({
      root: options.root,
      file,
      counts,
      durationMs,
      failures: failuresOf(file),
      printed: printed.get(resolve(options.root, file)) ?? "",
    });
  };
  const keepPrinted = ({ file, message }: { file?: string | undefined; message: string }): void => {
    if (file)
      printed.set(resolve(options.root, file), ((printed.get(resolve(options.root, file)) ?? "") + message).slice(-20_000));
  };

  const stream = run({
    files,
    cwd: options.root,
    concurrency: Math.max(2, availableParallelism()),
    timeout: oneTestMs,
    signal: AbortSignal.timeout(wholeRunMs), // an endless loop in a test cannot be timed out from within
    // a timer left running must not hang the whole run
    execArgv: options.again ? [] : ["--test-force-exit"],
    ...(options.name === undefined ? {} : { testNamePatterns: [options.name] }),
  });
  stream.on("test:stdout", keepPrinted);
  stream.on("test:stderr", keepPrinted);
  stream.on("test:fail", (data) => {
    failuresOf(data.file).push(data);
    if (data.file !== undefined && standsForItsFile(data)) report(data.file, data.details.duration_ms);
  });
  stream.on("test:pass", (data) => {
    if (data.file === undefined || !standsForItsFile(data) || options.name !== undefined) return;
    tally.passed -= 1; // Node counts a file that holds no test as a test passed
    tally.failed += 1;
    failuresOf(data.file).push({ ...data, details: { ...data.details, error: noTest } });
    report(data.file, data.details.duration_ms);
  });
  stream.on("test:summary", ({ file, counts, duration_ms }) => {
    if (file !== undefined) return report(file, duration_ms, counts);
    tally.passed += counts.passed;
    tally.failed += counts.tests - counts.passed - counts.skipped - counts.todo;
    tally.skipped += counts.skipped + counts.todo;
  });
  for await (const _ of stream); // drained: the stream ends when the last file has
  // a process forced to its end may take its last words along: a file nobody heard of is run again, then counts as failed
  const unheard = options.name === undefined ? files.filter((file) => !reported.has(resolve(options.root, file))) : [];
  if (unheard.length === 0) return tally;
  if (!options.again) return add(tally, await runNodeTests(unheard, { ...options, again: true }));
  for (const file of unheard) console.log(`FAIL  ${file}  said nothing`);
  return add(tally, { passed: 0, failed: unheard.length, skipped: 0 });
}

/** Node reports a file itself as a test when it holds none, or when it broke outside of any. */
function standsForItsFile({ name, file }: { name: string; file?: string | undefined }): boolean {
  return name === file || (file?.endsWith(`/${name}`) ?? false);
}
