import { sql } from "kysely";
import type { Tx } from "#platform/database.ts";

/**
 * Takes out the facts an import brought in, in the transaction that removes its records: the one exception to facts being
 * for ever (docs/decisions/0002). The trigger lets go of these rows only while this transaction says so.
 */
export async function forgetImport(tx: Tx, importId: string): Promise<void> {
  const actor = `import:${importId}`;
  await sql`select set_config('throughline.undoing', ${actor}, true)`.execute(tx);
  await sql`delete from events where actor_id = ${actor}`.execute(tx);
  await sql`select set_config('throughline.undoing', '', true)`.execute(tx);
}
