import type { client } from "../../api/client.ts";
import type { Tone } from "../../ui/status-badge.tsx";

export type Import = Awaited<ReturnType<typeof client.imports.show>>;
export type ImportRow = Awaited<ReturnType<typeof client.imports.list>>["rows"][number];
export type DryRun = Awaited<ReturnType<typeof client.imports.tryOut>>;
export type ImportChoices = Pick<Import, "mapping" | "options">;

export const importTone: Record<ImportRow["status"], Tone> = {
  ready: "waiting",
  running: "active",
  completed: "good",
  failed: "bad",
  undone: "neutral",
};
