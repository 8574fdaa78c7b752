import { sql } from "kysely";
import type { Tx } from "#platform/database.ts";
import { refuseUnless } from "#platform/errors.ts";

/** Someone must always be able to let people in: stops a change that leaves no active administrator. */
export async function refuseLastAdmin(tx: Tx): Promise<void> {
  const left = await tx
    .selectFrom("staff")
    .select("id")
    .where("active", "=", true)
    .where(sql<boolean>`roles @> array['admin']`)
    .limit(1)
    .executeTakeFirst();
  refuseUnless(left, "staff.last_admin");
}
