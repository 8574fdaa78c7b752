import type { Module } from "#events/define-module.ts";
import { registerSubscribers } from "#events/reactions.ts";
import { registerTasks } from "#events/tasks.ts";
import { csvRefusals } from "#platform/csv/refusals.ts";
import { documentRefusals } from "#platform/documents/refusals.ts";
import { platformRefusals } from "#platform/errors.ts";
import { registerPermissions } from "#platform/http/authorise.ts";
import { registerExporters } from "#platform/exporters.ts";
import { registerImporters } from "#platform/importers.ts";
import { registerRefusals } from "#platform/http/problem.ts";

/** Hands each part of the modules to the machinery that needs it. Throws on anything declared twice. */
export function registerModules(modules: readonly Module[]): void {
  registerSubscribers(modules.flatMap((module) => module.subscribers ?? []));
  registerImporters(modules.flatMap((module) => module.importers ?? []));
  registerExporters(modules.flatMap((module) => module.exporters ?? []));
  registerTasks(modules.flatMap((module) => module.tasks ?? []));
  mergeOnce("permission", modules, (module) => module.permissions);
  registerPermissions(
    modules.flatMap((module) =>
      Object.entries(module.permissions ?? {}).map(([permission, { fr, roles }]) => ({
        permission,
        fr,
        roles,
        module: module.id,
      })),
    ),
  );
  registerRefusals({
    ...platformRefusals,
    ...documentRefusals,
    ...csvRefusals,
    ...mergeOnce("refusal", modules, (module) => module.refusals),
  });
}

function mergeOnce<T>(
  what: string,
  modules: readonly Module[],
  part: (module: Module) => Record<string, T> | undefined,
): Record<string, T> {
  const all: Record<string, T> = {};
  for (const module of modules) {
    for (const [key, value] of Object.entries(part(module) ?? {})) {
      if (key in all) throw new Error(`the ${what} "${key}" is declared twice, the second time in ${module.id}`);
      all[key] = value;
    }
  }
  return all;
}

/** The API router: one entry per module, named as in contract.ts. */
export const routerOf = (modules: readonly Module[]): Record<string, unknown> =>
  Object.fromEntries(modules.filter((module) => module.routes).map((module) => [routerName(module.id), module.routes]));

export const routerName = (id: string): string =>
  id.slice(id.indexOf("/") + 1).replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
