// npm run bench [-- <name> ...]: measures, prints a table for each bench, and with no name writes bench/results.md.
import { fork } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { BenchResult } from "./result.ts";
import { asMarkdown, asText } from "./table.ts";

const folder = import.meta.dirname;
const names = process.argv.slice(2);

function benches(): string[] {
  const exportsBench = (file: string): boolean =>
    /^export (?:async function|function|const) bench\b/m.test(readFileSync(join(folder, file), "utf8"));
  const found = readdirSync(folder)
    .filter((file) => file.endsWith(".ts") && exportsBench(file))
    .sort();
  const unknown = names.filter((name) => !found.includes(`${name}.ts`));
  if (unknown.length > 0)
    throw new Error(
      `There is no bench called ${unknown.join(", ")}. There are: ${found.map((file) => basename(file, ".ts")).join(", ")}.`,
    );
  return names.length === 0 ? found : names.map((name) => `${name}.ts`);
}

/** In a process of its own, so that no bench runs on code warmed up, or memory filled, by another. */
function measure(file: string): Promise<BenchResult> {
  return new Promise((resolve, reject) => {
    let result: BenchResult | undefined;
    const child = fork(join(folder, "run-one.ts"), [join(folder, file)], { execArgv: ["--expose-gc"] });
    child.on("message", (message) => (result = message as BenchResult));
    child.on("error", reject);
    child.on("close", (code) => (result ? resolve(result) : reject(new Error(`bench/${file} broke (exit code ${code})`))));
  });
}

try {
  const results: BenchResult[] = [];
  const broken: string[] = [];
  for (const file of benches()) {
    try {
      const result = await measure(file);
      results.push(result);
      console.log(asText(result));
    } catch (error) {
      broken.push((error as Error).message);
      console.error(`${(error as Error).message}\n`);
    }
  }
  const missed = results.flatMap(({ rows }) => rows).filter(({ met }) => met === false).length;
  console.log(`${results.length} benches, ${missed} bars missed, ${broken.length} broken.`);
  if (names.length === 0 && broken.length === 0) {
    writeFileSync(join(folder, "results.md"), asMarkdown(results, new Date()));
    console.log("Written to bench/results.md.");
  }
  process.exitCode = broken.length > 0 ? 1 : 0;
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 2;
}
