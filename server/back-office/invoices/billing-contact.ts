import type { Database } from "#platform/database.ts";

/** Who receives the bills of an account: its accountant, else whoever ordered, else the main contact. */
export async function billingContact(db: Database, customerId: string, orderedBy: string | null) {
  const contacts = await db
    .selectFrom("contacts")
    .select(["id", "email", "first_name", "locale", "roles", "is_primary"])
    .where("customer_id", "=", customerId)
    .where("merged_into_id", "is", null)
    .where("email", "is not", null)
    .orderBy("created_at")
    .execute();
  return (
    contacts.find((contact) => contact.roles.includes("finance")) ??
    contacts.find((contact) => contact.id === orderedBy) ??
    contacts.find((contact) => contact.is_primary) ??
    contacts[0]
  );
}
