// Runs the bench of one file and hands its result to run.ts, which started this process for it alone.
import { pathToFileURL } from "node:url";
import type { BenchResult } from "./result.ts";

const file = process.argv[2];
if (file === undefined || process.send === undefined) throw new Error("started by bench/run.ts only");
const { bench } = (await import(pathToFileURL(file).href)) as { bench: () => Promise<BenchResult> };
process.send(await bench(), () => process.exit(0)); // a bench may leave connections or timers behind
