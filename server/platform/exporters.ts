/** What every module can give out to a file, by kind. */
import type { Exporter } from "./exporter.ts";

const byKind = new Map<string, Exporter>();

/** Called once at start. Throws on a kind declared twice. */
export function registerExporters(exporters: readonly Exporter[]): void {
  byKind.clear();
  for (const exporter of exporters) {
    if (byKind.has(exporter.kind)) throw new Error(`the export "${exporter.kind}" is declared twice`);
    byKind.set(exporter.kind, exporter);
  }
}

export const exporterOf = (kind: string): Exporter | undefined => byKind.get(kind);
export const allExporters = (): Exporter[] => [...byKind.values()];
