import { sql } from "kysely";
import { append } from "#events/append.ts";
import { withdrawImported } from "#events/withdraw-imported.ts";
import type { Context } from "#platform/context.ts";
import { found, refuse, refuseUnless } from "#platform/errors.ts";
import { importerOf } from "#platform/importers.ts";
import { write } from "#platform/write.ts";

/** Takes out everything an import made, records and history, in one step. Refused when something has grown on them since. */
export const undoImport = (ctx: Context, input: { importId: string }) =>
  write(ctx, async (tx) => {
    const row = found(
      await tx.selectFrom("imports").selectAll().where("id", "=", input.importId).forUpdate().executeTakeFirst(),
      "import",
      input.importId,
    );
    if (row.status === "undone") return { id: row.id, removed: 0 };
    refuseUnless(row.status === "completed" || row.status === "failed", "import.not_run", { status: row.status });
    const importer = found(importerOf(row.kind), "kind of import", row.kind);
    await sql`savepoint removing`.execute(tx);
    const removed = await importer.undo(tx, row.id).catch(async (error: { code?: string; table?: string }) => {
      if (error.code !== "23503") throw error;
      await sql`rollback to savepoint removing`.execute(tx);
      return refuse("import.grown_on", { table: error.table });
    });
    await withdrawImported(tx, row.id);
    await tx.updateTable("imports").set({ status: "undone" }).where("id", "=", row.id).execute();
    await append(tx, ctx, "import.undone", { subjectId: row.id, channel: "import", data: { kind: row.kind, removed } });
    return { id: row.id, removed };
  });
