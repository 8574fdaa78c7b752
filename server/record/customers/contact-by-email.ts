import type { Database } from "#platform/database.ts";
import { normaliseEmail } from "./normalise.ts";

/**
 * The contact an e-mail address belongs to: a verified one first, then one with an account, then the oldest. The same
 * address on several records is one mailbox, so one person reads it.
 */
export const contactByEmail = (db: Database, email: string) =>
  db
    .selectFrom("contact_addresses")
    .select(["contact_id as id", "customer_id", "first_name", "last_name", "locale"])
    .where("kind", "=", "email")
    .where("value_norm", "=", normaliseEmail(email))
    .orderBy((eb) => eb("verified_at", "is", null))
    .orderBy((eb) => eb("customer_id", "is", null))
    .orderBy("created_at")
    .limit(1)
    .executeTakeFirst();
