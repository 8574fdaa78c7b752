import { sql } from "kysely";
import type { Context, Role } from "#platform/context.ts";
import { found } from "#platform/errors.ts";
import { declaredPermissions, permissionsOf } from "#platform/http/authorise.ts";
import { memberById, memberOf } from "./list-staff.ts";

/** Who is asking and everything they may do: the console shows and hides by this. */
export async function showMe(ctx: Context) {
  const row = found(await memberById(ctx.app.db, ctx.actor.id), "staff member", ctx.actor.id);
  const { roles } = ctx.actor as { roles: readonly Role[] };
  return { ...memberOf(row), roles: [...roles], permissions: permissionsOf(ctx), demo: ctx.app.config.demo };
}

/** What the sign-in page offers besides a password. */
export async function signInOptions(ctx: Context) {
  const { oidc } = ctx.app.config;
  return { provider: oidc ? { label: oidc.label ?? null } : null };
}

export async function listTeams(ctx: Context) {
  const { rows } = await sql<{ id: string; name: string; members: bigint }>`
    select t.id, t.name, (select count(*) from staff s where s.team_id = t.id and s.active) as members from teams t order by t.name`.execute(
    ctx.app.db,
  );
  return { rows: rows.map((row) => ({ ...row, members: Number(row.members) })) };
}

export async function listPermissions(_ctx: Context) {
  return {
    rows: declaredPermissions().map(({ permission, fr, module, roles }) => ({ permission, fr, module, roles: [...roles] })),
  };
}
