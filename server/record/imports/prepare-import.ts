import type { Context } from "#platform/context.ts";
import { readCsv } from "#platform/csv/read-csv.ts";
import { json } from "#platform/database.ts";
import { found, refuseUnless } from "#platform/errors.ts";
import { newId } from "#platform/ids.ts";
import { importerOf } from "#platform/importers.ts";
import type { ImportOptions } from "#platform/importer.ts";
import { write } from "#platform/write.ts";
import { guessDateFormat, guessMapping } from "./guess-mapping.ts";
import { showImport } from "./queries.ts";

const sampleRows = 200;
const shownRows = 20;

/** Keeps a file and guesses what its columns are. Nothing is taken in yet. */
export async function prepareImport(
  ctx: Context,
  input: {
    kind: string;
    fileName: string;
    bytes: Uint8Array;
    mapping?: Record<string, string> | undefined;
    options?: Partial<ImportOptions> | undefined;
  },
) {
  const importer = found(importerOf(input.kind), "kind of import", input.kind);
  const file = await readCsv(input.bytes);
  const sample: Record<string, string>[] = [];
  for await (const row of file.rows) {
    sample.push({ ...row.values });
    if (sample.length >= sampleRows) break;
  }
  const mapping = { ...guessMapping(importer, file.columns), ...input.mapping };
  checkMapping(mapping, file.columns);
  const options: ImportOptions = { dateFormat: guessDateFormat(sample), currency: "EUR", replacements: {}, ...input.options };
  const id = newId();
  const fileKey = `imports/${id}/source.csv`;
  await ctx.app.files.put(fileKey, input.bytes, { contentType: "text/csv" });
  await write(ctx, async (tx) => {
    await tx
      .insertInto("imports")
      .values({
        id,
        kind: input.kind,
        file_name: input.fileName.slice(0, 200),
        file_key: fileKey,
        columns: json(file.columns),
        sample: json(sample.slice(0, shownRows)),
        mapping: json(mapping),
        options: json(options),
        status: "ready",
        created_by: ctx.actor.id,
        created_at: ctx.now,
      })
      .execute();
  });
  return showImport(ctx, { importId: id });
}

/** Says which column is which, for a file that is not taken in yet. */
export const mapImport = async (
  ctx: Context,
  input: { importId: string; mapping: Record<string, string>; options: ImportOptions },
) => {
  await write(ctx, async (tx) => {
    const row = found(
      await tx.selectFrom("imports").selectAll().where("id", "=", input.importId).forUpdate().executeTakeFirst(),
      "import",
      input.importId,
    );
    refuseUnless(row.status === "ready", "import.done", { status: row.status });
    checkMapping(input.mapping, row.columns as string[]);
    await tx
      .updateTable("imports")
      .set({ mapping: json(input.mapping), options: json(input.options) })
      .where("id", "=", row.id)
      .execute();
  });
  return showImport(ctx, input);
};

function checkMapping(mapping: Record<string, string>, columns: readonly string[]): void {
  const missing = Object.values(mapping).filter((column) => !columns.includes(column));
  refuseUnless(missing.length === 0, "import.no_such_column", { columns: missing.join(", ") });
}
