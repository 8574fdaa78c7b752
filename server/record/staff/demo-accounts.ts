import type { Context, Role } from "#platform/context.ts";
import { demoPassword } from "#test/story/cast.ts";

/** Demo installations show whom to sign in as. Anywhere else the list is empty. */
export async function listDemoAccounts(ctx: Context) {
  if (!ctx.app.config.demo) return { password: null, rows: [] };
  const rows = await ctx.app.db
    .selectFrom("staff")
    .select(["name", "email", "roles"])
    .where("active", "=", true)
    .where("email", "like", "%.example")
    .orderBy("id")
    .limit(20)
    .execute();
  return { password: demoPassword, rows: rows.map(({ name, email, roles }) => ({ name, email, role: roles[0] as Role })) };
}
