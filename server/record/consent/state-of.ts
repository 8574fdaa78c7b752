import type { Database } from "#platform/database.ts";

/** Where a contact stands on a purpose; undefined when never asked. */
export const stateOf = (db: Database, contactId: string, purpose: string) =>
  db
    .selectFrom("consent_states")
    .selectAll()
    .where("contact_id", "=", contactId)
    .where("purpose", "=", purpose)
    .executeTakeFirst();

/** Whether something may be done to a contact for a purpose: a yes where consent is needed, no no where it is not. */
export async function isAllowed(
  db: Database,
  contactId: string,
  purpose: { key: string; basis: "consent" | "legitimate_interest" },
): Promise<boolean> {
  const row = await stateOf(db, contactId, purpose.key);
  return allowedBy(purpose.basis, row?.state);
}

export const allowedBy = (basis: "consent" | "legitimate_interest", state: string | undefined): boolean =>
  basis === "consent" ? state === "given" : state !== "withdrawn";
