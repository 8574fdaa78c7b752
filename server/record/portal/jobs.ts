import type { Context } from "#platform/context.ts";

/** Sessions and codes that can no longer be used are removed. */
export async function clearExpired({ app }: Context): Promise<void> {
  await app.db.deleteFrom("portal_sessions").where("expires_at", "<", new Date()).execute();
  await app.db
    .deleteFrom("portal_codes")
    .where("expires_at", "<", new Date(Date.now() - 86_400_000))
    .execute();
}
