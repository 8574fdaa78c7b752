import { relative, resolve } from "node:path";
import { type RunOptions, runFiles } from "./run-files.ts";
import { add, type Tally } from "./tally.ts";

const silent: Tally = { passed: 0, failed: 1, skipped: 0 };

/**
 * Runs the tests of node:test. A file nobody heard of is run again, alone, then counts as failed. On CI a file that failed
 * has a second try, alone: when it passes then, it is named as unsteady, so that a busy machine is told from a fault.
 */
export async function runNodeTests(files: string[], options: Omit<RunOptions, "alone">): Promise<Tally> {
  const paths = files.map((file) => resolve(options.root, file));
  const outcomes = await runFiles(files, options);
  const unheard = options.name === undefined ? paths.filter((path) => !outcomes.has(path)) : [];
  if (unheard.length > 0) {
    const heard = await runFiles(unheard, { ...options, alone: true });
    for (const path of unheard) outcomes.set(path, heard.get(path) ?? silent);
  }
  const failed = paths.filter((path) => (outcomes.get(path)?.failed ?? 0) > 0);
  if (process.env.CI && failed.length > 0 && failed.length <= fewFiles) {
    console.log(`A second try, alone, for ${failed.map((path) => relative(options.root, path)).join(", ")}`);
    const second = await runFiles(failed, { ...options, alone: true });
    for (const path of failed) {
      const tally = second.get(path);
      if (!tally || tally.failed > 0) continue;
      outcomes.set(path, tally);
      console.log(`unsteady  ${relative(options.root, path)}  failed beside others, passed alone: mend it`);
    }
  }
  for (const path of unheard.filter((each) => outcomes.get(each) === silent))
    console.log(`FAIL  ${relative(options.root, path)}  said nothing`);
  return [...outcomes.values()].reduce(add, { passed: 0, failed: 0, skipped: 0 });
}

/** More files than these do not fail by chance. */
const fewFiles = 5;
