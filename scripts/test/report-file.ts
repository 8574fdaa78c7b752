import type { EventData } from "node:test";
import { relative } from "node:path";
import { inspect } from "node:util";

export type FileResult = {
  root: string;
  file: string;
  /** Undefined when the file broke outside of any test. */
  counts: EventData.TestSummary["counts"] | undefined;
  durationMs: number;
  failures: EventData.TestFail[];
  /** What the file's process wrote; shown only when something failed. */
  printed: string;
};

/** One line for a test file that passed; for one that failed, each failure in full and what the file printed. */
export function reportFile({ root, file, counts, durationMs, failures, printed }: FileResult): void {
  const failed = failures.length > 0;
  const skipped = counts && counts.skipped > 0 ? `, ${counts.skipped} skipped` : "";
  const outcome = counts ? `${counts.passed} of ${counts.tests}${skipped}` : "did not run to its end";
  console.log(`${failed ? "FAIL" : "  ok"}  ${relative(root, file)}  ${outcome}, ${Math.round(durationMs)} ms`);
  if (!failed) return;
  for (const { name, line, details } of failures) {
    const cause = details.error.cause ?? details.error;
    if (details.type === "suite" && /subtests? failed/.test(String(cause))) continue;
    const text =
      cause instanceof Error ? withoutRunner(cause.stack ?? cause.message) : typeof cause === "string" ? cause : inspect(cause);
    console.log(indent(`✗ ${name}${line === undefined ? "" : ` (line ${line})`}\n${indent(text)}\n`));
  }
  if (printed.trim() !== "") console.log(indent(`printed:\n${indent(printed.trim())}\n`));
}

function indent(text: string): string {
  return text.replaceAll(/^(?=.)/gm, "      ");
}

/** A stack without the test runner's own frames: they are the same below every failure. */
function withoutRunner(stack: string): string {
  return stack.replaceAll(/\n\s+at [^\n]*\(?node:internal\/[^\n]*/g, "").trimEnd();
}
