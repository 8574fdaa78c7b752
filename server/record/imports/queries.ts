import { type Selectable, sql } from "kysely";
import type { DB } from "#db/schema.ts";
import { type Context, reader } from "#platform/context.ts";
import { found, refuse } from "#platform/errors.ts";
import { allImporters, importerOf } from "#platform/importers.ts";
import type { ImportOptions, ImportWarning } from "#platform/importer.ts";
import { decodeCursor, page } from "#platform/page.ts";

const toRow = (row: Selectable<DB["imports"]>) => ({
  id: row.id,
  kind: row.kind,
  fileName: row.file_name,
  status: row.status as "ready" | "running" | "completed" | "failed" | "undone",
  rows: row.rows,
  created: row.created,
  updated: row.updated,
  unchanged: row.unchanged,
  marked: row.marked,
  errors: row.errors,
  createdAt: row.created_at,
  finishedAt: row.finished_at,
});

export const listKinds = async (_ctx: Context) => ({
  rows: allImporters().map(({ kind, en, fr }) => ({ kind, label: { en, fr } })),
});

export async function listImports(ctx: Context, input: { cursor?: string | undefined; limit: number }) {
  let query = reader(ctx)
    .selectFrom("imports")
    .selectAll()
    .orderBy("created_at", "desc")
    .orderBy("id", "desc")
    .limit(input.limit + 1);
  if (input.cursor) {
    const [at, id] = decodeCursor(input.cursor, 2);
    query = query.where(sql<boolean>`(created_at, id) < (${at}::timestamptz, ${id}::uuid)`);
  }
  const cut = page(await query.execute(), input.limit, (row) => [row.created_at, row.id]);
  return { rows: cut.rows.map(toRow), nextCursor: cut.nextCursor };
}

export async function showImport(ctx: Context, input: { importId: string }) {
  const row = found(
    await reader(ctx).selectFrom("imports").selectAll().where("id", "=", input.importId).executeTakeFirst(),
    "import",
    input.importId,
  );
  return {
    ...toRow(row),
    columns: row.columns as string[],
    sample: row.sample as Record<string, string>[],
    fields: (importerOf(row.kind)?.fields ?? []).map(({ name, en, fr, required }) => ({
      name,
      label: { en, fr },
      required: required ?? false,
    })),
    mapping: row.mapping as Record<string, string>,
    options: row.options as ImportOptions,
    warnings: row.warnings as (ImportWarning & { rows: number })[],
    problem: row.problem,
  };
}

export async function readResult(ctx: Context, input: { importId: string }) {
  const row = found(
    await reader(ctx).selectFrom("imports").select(["result_key", "status"]).where("id", "=", input.importId).executeTakeFirst(),
    "import",
    input.importId,
  );
  const bytes = row.result_key ? await ctx.app.files.get(row.result_key) : undefined;
  if (!bytes) return refuse("import.not_run", { status: row.status });
  return new File([bytes as Uint8Array<ArrayBuffer>], "import-result.csv", { type: "text/csv" });
}
