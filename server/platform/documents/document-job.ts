/** What the two threads say to each other, and the fonts both agree on. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

export interface WorkerSetup {
  /** The folder that templates are named from and may not leave. */
  root: string;
  fontPaths: readonly string[];
}

export interface DocumentJob {
  template: string;
  inputs: Record<string, string>;
  files: readonly { path: string; bytes: Uint8Array }[];
  createdAtSeconds: number;
  pdfStandard?: string;
}

export type DocumentReply = { bytes: Uint8Array; pages: number } | { error: string };

const weights = ["400Regular", "400Regular_Italic", "500Medium", "600SemiBold", "700Bold"];

/** Inter in the weights the layout uses, from its package. Nothing is taken from the machine, so every machine prints alike. */
export function interFonts(): string[] {
  const folder = dirname(createRequire(import.meta.url).resolve("@expo-google-fonts/inter/package.json"));
  return weights.map((weight) => join(folder, weight, `Inter_${weight}.ttf`));
}

export const fontFiles = (paths: readonly string[]): Buffer[] => paths.map((path) => readFileSync(path));
