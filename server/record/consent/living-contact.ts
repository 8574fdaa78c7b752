import type { Database } from "#platform/database.ts";
import { found } from "#platform/errors.ts";

/** The contact, or the one it was merged into. */
export async function livingContact(db: Database, contactId: string) {
  const read = (id: string) =>
    db
      .selectFrom("contacts")
      .select(["id", "customer_id", "first_name", "last_name", "email", "locale", "merged_into_id"])
      .where("id", "=", id)
      .executeTakeFirst();
  const row = found(await read(contactId), "contact", contactId);
  return row.merged_into_id ? found(await read(row.merged_into_id), "contact", contactId) : row;
}
