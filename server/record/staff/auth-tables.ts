import type { Kysely } from "kysely";
import type { Database } from "#platform/database.ts";

/** The part of schema auth we write ourselves, in the same transaction as the staff row. The rest is the sign-in library's. */
interface AuthTables {
  user: { id: string; name: string; email: string; emailVerified: boolean; updatedAt: Date; twoFactorEnabled: boolean | null };
  account: { id: string; accountId: string; providerId: string; userId: string; password: string | null; updatedAt: Date };
  session: { id: string; userId: string; token: string; expiresAt: Date };
  apikey: {
    id: string;
    name: string | null;
    start: string | null;
    referenceId: string;
    enabled: boolean | null;
    createdAt: Date;
    expiresAt: Date | null;
    lastRequest: Date | null;
    metadata: string | null;
  };
}

/** The sign-in tables through a connection or an open transaction. A sign-in user has the id of its staff member. */
export const authTables = (db: Database): Kysely<AuthTables> => db.withSchema("auth") as unknown as Kysely<AuthTables>;
