import type { Importer } from "./importer.ts";

const byKind = new Map<string, Importer>();

/** Called once at start with what every module can take in from a file. */
export function registerImporters(importers: readonly Importer[]): void {
  byKind.clear();
  for (const importer of importers) byKind.set(importer.kind, importer);
}

export const importerOf = (kind: string): Importer | undefined => byKind.get(kind);
export const allImporters = (): Importer[] => [...byKind.values()];
