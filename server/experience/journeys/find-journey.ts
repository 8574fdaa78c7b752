import type { Database } from "#platform/database.ts";
import { found } from "#platform/errors.ts";

export async function findJourney(db: Database, slug: string) {
  return found(await db.selectFrom("journeys").selectAll().where("slug", "=", slug).executeTakeFirst(), "journey", slug);
}
