import { arch, cpus, platform, release, totalmem } from "node:os";
import type { BenchResult, BenchRow } from "./result.ts";

const headings = ["Figure", "Value", "Must be", "Met", "Beside"];

function cells({ metric, value, bar, met, peer }: BenchRow): string[] {
  return [metric, String(value), bar ?? "", met === undefined ? "" : met ? "yes" : "NO", peer ?? ""];
}

/** A bench as columns for the terminal. */
export function asText({ name, rows }: BenchResult): string {
  const lines = [headings, ...rows.map(cells)];
  const widths = headings.map((_, column) => Math.max(...lines.map((line) => line[column]!.length)));
  const print = (line: string[]): string => `  ${line.map((cell, column) => cell.padEnd(widths[column]!)).join("  ")}`.trimEnd();
  return `${name}\n${lines.map(print).join("\n")}\n`;
}

/** All benches as bench/results.md, with when and on what they were measured. */
export function asMarkdown(results: readonly BenchResult[], measuredAt: Date): string {
  const row = (line: string[]): string => `| ${line.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  const sections = results.map(
    ({ name, rows }) => `## ${name}\n\n${[headings, headings.map(() => "---"), ...rows.map(cells)].map(row).join("\n")}\n`,
  );
  return `# Measured\n\nBy \`npm run bench\`, each bench in a process of its own, one after the other.\n\n${machine(measuredAt)}\n\n${sections.join("\n")}`;
}

function machine(measuredAt: Date): string {
  const cores = cpus();
  const memory = Math.round(totalmem() / 1024 ** 3);
  const model = cores[0]?.model.trim().replaceAll(/\s+/g, " ") ?? "unknown processor";
  return `${measuredAt.toISOString().slice(0, 10)}, Node ${process.version}, ${cores.length} x ${model}, ${memory} GB, ${platform()} ${release()} ${arch()}.`;
}
