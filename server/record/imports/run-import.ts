import { append } from "#events/append.ts";
import type { Context } from "#platform/context.ts";
import { readCsv } from "#platform/csv/read-csv.ts";
import { csvLine } from "#platform/csv/write-csv.ts";
import { json } from "#platform/database.ts";
import { found, Refusal, refuse, refuseUnless } from "#platform/errors.ts";
import { importerOf } from "#platform/importers.ts";
import type { Importer, ImportOptions, ImportOutcome, ImportRow, ImportWarning } from "#platform/importer.ts";
import { enqueue } from "#platform/jobs/task.ts";
import { write } from "#platform/write.ts";

const batchRows = 1_000;

export interface ImportSummary {
  rows: number;
  created: number;
  updated: number;
  unchanged: number;
  marked: number;
  errors: number;
  warnings: (ImportWarning & { rows: number })[];
}

type Row = Awaited<ReturnType<typeof importRow>>;
const importRow = async (ctx: Context, importId: string) =>
  found(await ctx.app.db.selectFrom("imports").selectAll().where("id", "=", importId).executeTakeFirst(), "import", importId);

class DryRun extends Error {}

/** Takes the rows of a file in, batch by batch. `keep` false rolls every batch back: the outcome is the same, nothing stays. */
async function takeRows(ctx: Context, row: Row, keep: boolean): Promise<{ summary: ImportSummary; outcomes: ImportOutcome[] }> {
  const importer = found(importerOf(row.kind), "kind of import", row.kind);
  const mapping = row.mapping as Record<string, string>;
  const missing = importer.fields.filter((field) => field.required && !mapping[field.name]);
  refuseUnless(missing.length === 0, "import.field_not_mapped", { fields: missing.map((field) => field[ctx.locale]).join(", ") });
  const bytes = (await ctx.app.files.get(row.file_key)) ?? refuse("import.file_gone");
  const options = row.options as ImportOptions;
  const file = await readCsv(bytes);
  const summary: ImportSummary = { rows: 0, created: 0, updated: 0, unchanged: 0, marked: 0, errors: 0, warnings: [] };
  const warnings = new Map<string, ImportWarning & { rows: number }>();
  const outcomes: ImportOutcome[] = [];
  const importing: Context = { ...ctx, actor: { kind: "system", id: `import:${row.id}` }, idempotency: undefined };
  const flush = async (batch: ImportRow[]) => {
    const taken = await takeBatch(importing, importer, row.id, batch, options, keep);
    outcomes.push(...taken.outcomes);
    for (const { status } of taken.outcomes) summary[status === "error" ? "errors" : status] += 1;
    for (const warning of taken.warnings) {
      const key = `${warning.field}:${warning.value}`;
      warnings.set(key, { ...warning, rows: (warnings.get(key)?.rows ?? 0) + 1 });
    }
  };
  let batch: ImportRow[] = [];
  for await (const { line, values } of file.rows) {
    summary.rows += 1;
    batch.push({ line, values: mapped(values, mapping, options) });
    if (batch.length >= batchRows) {
      await flush(batch);
      batch = [];
    }
  }
  if (batch.length > 0) await flush(batch);
  summary.warnings = [...warnings.values()].sort((a, b) => b.rows - a.rows).slice(0, 100);
  return { summary, outcomes: outcomes.sort((a, b) => a.line - b.line) };
}

async function takeBatch(
  ctx: Context,
  importer: Importer,
  importId: string,
  batch: ImportRow[],
  options: ImportOptions,
  keep: boolean,
) {
  let taken: Awaited<ReturnType<Importer["take"]>> | undefined;
  try {
    await write(ctx, async (tx) => {
      taken = await importer.take(tx, { ...ctx, tx }, importId, batch, options);
      if (!keep) throw new DryRun();
    });
  } catch (error) {
    if (!(error instanceof DryRun)) throw error;
  }
  return taken!;
}

function mapped(
  values: Readonly<Record<string, string>>,
  mapping: Record<string, string>,
  options: ImportOptions,
): Record<string, string> {
  const row: Record<string, string> = {};
  for (const [field, column] of Object.entries(mapping)) {
    const value = values[column]?.trim();
    if (value) row[field] = options.replacements[field]?.[value] ?? value;
  }
  return row;
}

const shownProblems = 200;

/** What would happen, row by row. Nothing is kept. */
export async function tryImport(ctx: Context, input: { importId: string }) {
  const row = await importRow(ctx, input.importId);
  refuseUnless(row.status === "ready", "import.done", { status: row.status });
  const { summary, outcomes } = await takeRows(ctx, row, false);
  return {
    ...summary,
    problems: outcomes.filter((outcome) => outcome.status === "error" || outcome.status === "marked").slice(0, shownProblems),
  };
}

/** Asks for the file to be taken in; progress shows on the import. */
export const startImport = (ctx: Context, input: { importId: string }) =>
  write(ctx, async (tx) => {
    const row = found(
      await tx.selectFrom("imports").select(["id", "status"]).where("id", "=", input.importId).forUpdate().executeTakeFirst(),
      "import",
      input.importId,
    );
    if (row.status === "running") return { id: row.id };
    refuseUnless(row.status === "ready" || row.status === "failed", "import.done", { status: row.status });
    await tx.updateTable("imports").set({ status: "running", problem: null }).where("id", "=", row.id).execute();
    await enqueue(tx, "imports/run", { importId: row.id, locale: ctx.locale }, { key: `imports/run:${row.id}`, maxAttempts: 3 });
    return { id: row.id };
  });

/** Takes the file in and writes down what became of each row. Run again after a failure it goes on: rows already in are unchanged. */
export async function runImport(ctx: Context, importId: string): Promise<ImportSummary> {
  const row = await importRow(ctx, importId);
  refuseUnless(row.status === "running" || row.status === "ready", "import.done", { status: row.status });
  try {
    const { summary, outcomes } = await takeRows(ctx, row, true);
    const resultKey = `imports/${importId}/result.csv`;
    const lines = [
      csvLine(["line", "status", "field", "note", "record"]),
      ...outcomes.map((outcome) => csvLine([outcome.line, outcome.status, outcome.field, outcome.note, outcome.recordId])),
    ];
    await ctx.app.files.put(resultKey, new TextEncoder().encode(`\ufeff${lines.join("")}`), { contentType: "text/csv" });
    const { warnings, ...counts } = summary;
    await write({ ...ctx, idempotency: undefined }, async (tx) => {
      await tx
        .updateTable("imports")
        .set({ ...counts, warnings: json(warnings), status: "completed", result_key: resultKey, finished_at: ctx.now })
        .where("id", "=", importId)
        .execute();
      await append(tx, ctx, "import.completed", {
        subjectId: importId,
        channel: "import",
        data: {
          kind: row.kind,
          file: row.file_name,
          created: counts.created,
          unchanged: counts.unchanged,
          errors: counts.errors,
          marked: counts.marked,
        },
      });
    });
    return summary;
  } catch (error) {
    const problem =
      error instanceof Refusal ? error.code : "the import stopped unexpectedly; nothing of the current batch was kept";
    await ctx.app.db.updateTable("imports").set({ status: "failed", problem }).where("id", "=", importId).execute();
    throw error;
  }
}
