import type { Context, Locale, Role } from "#platform/context.ts";
import { found } from "#platform/errors.ts";
import { write } from "#platform/write.ts";
import { authTables } from "./auth-tables.ts";
import { refuseLastAdmin } from "./last-admin.ts";
import { forgetStaffActors } from "./staff-actor.ts";

/** Changes what someone may do and whose records they see. It counts from their next request. */
export async function changeStaff(
  ctx: Context,
  input: {
    staffId: string;
    name?: string | undefined;
    roles?: Role[] | undefined;
    teamId?: string | null | undefined;
    scope?: "own" | "team" | "all" | undefined;
    skills?: string[] | undefined;
  },
) {
  const done = await write(ctx, async (tx) => {
    const { staffId, name, roles, teamId, scope, skills } = input;
    const row = await tx
      .updateTable("staff")
      .set({
        updated_at: ctx.now,
        ...(name === undefined ? {} : { name }),
        ...(roles === undefined ? {} : { roles: [...new Set(roles)] }),
        ...(teamId === undefined ? {} : { team_id: teamId }),
        ...(scope === undefined ? {} : { scope }),
        ...(skills === undefined ? {} : { skills }),
      })
      .where("id", "=", staffId)
      .returning("id")
      .executeTakeFirst();
    found(row, "staff member", staffId);
    await refuseLastAdmin(tx);
    if (name !== undefined)
      await authTables(tx).updateTable("user").set({ name, updatedAt: new Date() }).where("id", "=", staffId).execute();
    return { id: staffId };
  });
  forgetStaffActors(ctx.app);
  return done;
}

/** Changes my own name, phone or language. */
export const changeMe = (
  ctx: Context,
  input: { locale?: Locale | undefined; name?: string | undefined; phone?: string | undefined },
) =>
  write(ctx, async (tx) => {
    const changes = {
      ...(input.locale ? { locale: input.locale } : {}),
      ...(input.name ? { name: input.name } : {}),
      ...(input.phone === undefined ? {} : { phone: input.phone || null }),
    };
    const row = await tx
      .updateTable("staff")
      .set({ ...changes, updated_at: ctx.now })
      .where("id", "=", ctx.actor.id)
      .returning("id")
      .executeTakeFirst();
    return { id: found(row, "staff member", ctx.actor.id).id };
  });
