import { sql } from "kysely";
import type { Tx } from "#platform/database.ts";

/**
 * The one exception to "facts are never removed": history taken in from a file leaves with its import. The database lets
 * only rows of the importing actor go, and only inside this call.
 */
export async function withdrawImported(tx: Tx, importId: string): Promise<void> {
  const actor = `import:${importId}`;
  await sql`select set_config('throughline.undoing', ${actor}, true)`.execute(tx);
  await sql`delete from events where actor_id = ${actor}`.execute(tx);
  await sql`select set_config('throughline.undoing', '', true)`.execute(tx);
}
