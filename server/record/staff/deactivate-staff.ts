import type { Context } from "#platform/context.ts";
import { found, refuseUnless } from "#platform/errors.ts";
import { write } from "#platform/write.ts";
import { authTables } from "./auth-tables.ts";
import { refuseLastAdmin } from "./last-admin.ts";
import { forgetStaffActors } from "./staff-actor.ts";

/** Takes someone's access away: their sessions end and their API keys are revoked. Their name stays on what they did. */
export async function deactivateStaff(ctx: Context, input: { staffId: string }) {
  const done = await write(ctx, async (tx) => {
    refuseUnless(input.staffId !== ctx.actor.id, "staff.not_yourself");
    const row = await tx
      .updateTable("staff")
      .set({ active: false, updated_at: ctx.now })
      .where("id", "=", input.staffId)
      .returning("id")
      .executeTakeFirst();
    found(row, "staff member", input.staffId);
    await refuseLastAdmin(tx);
    await authTables(tx).deleteFrom("session").where("userId", "=", input.staffId).execute();
    await authTables(tx).deleteFrom("apikey").where("referenceId", "=", input.staffId).execute();
    return { id: input.staffId };
  });
  forgetStaffActors(ctx.app);
  return done;
}

/** Gives access back; they sign in with the password they had. */
export const reactivateStaff = (ctx: Context, input: { staffId: string }) =>
  write(ctx, async (tx) => {
    const row = await tx
      .updateTable("staff")
      .set({ active: true, updated_at: ctx.now })
      .where("id", "=", input.staffId)
      .returning("id")
      .executeTakeFirst();
    return { id: found(row, "staff member", input.staffId).id };
  });
