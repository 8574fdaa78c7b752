import type { Context, Locale, Role } from "#platform/context.ts";
import type { Tx } from "#platform/database.ts";
import { found, refuseUnless } from "#platform/errors.ts";
import { newId } from "#platform/ids.ts";
import { enqueue } from "#platform/jobs/task.ts";
import { write } from "#platform/write.ts";
import { authTables } from "./auth-tables.ts";
import { passwordLink } from "./set-password.ts";

/** Lets someone in: they receive a link to choose a password, good for a week. Their rights hold from the first sign-in. */
export const inviteStaff = (
  ctx: Context,
  input: {
    name: string;
    email: string;
    roles: Role[];
    teamId?: string | undefined;
    scope: "own" | "team" | "all";
    locale: Locale;
    skills: string[];
  },
) =>
  write(ctx, async (tx) => {
    const email = input.email.toLowerCase();
    const taken = await tx
      .selectFrom("staff")
      .select("id")
      .where((eb) => eb(eb.fn("lower", ["email"]), "=", email))
      .executeTakeFirst();
    refuseUnless(!taken, "staff.email_taken", { email });
    const id = newId();
    await tx
      .insertInto("staff")
      .values({
        id,
        auth_user_id: id,
        name: input.name,
        email,
        roles: [...new Set(input.roles)],
        team_id: input.teamId ?? null,
        scope: input.scope,
        locale: input.locale,
        skills: input.skills,
      })
      .execute();
    await openSignIn(tx, { id, name: input.name, email, verified: false });
    await sendInvitation(tx, ctx, id);
    return { id };
  });

/** Sends the link again to someone who has not joined yet. */
export const inviteStaffAgain = (ctx: Context, input: { staffId: string }) =>
  write(ctx, async (tx) => {
    const row = found(
      await tx.selectFrom("staff_list").select(["id", "joined", "active"]).where("id", "=", input.staffId).executeTakeFirst(),
      "staff member",
      input.staffId,
    );
    refuseUnless(!row.joined && row.active, "staff.already_joined");
    await sendInvitation(tx, ctx, input.staffId);
    return { id: input.staffId };
  });

const invitationDays = 7;

async function sendInvitation(tx: Tx, ctx: Context, staffId: string): Promise<void> {
  const actionUrl = await passwordLink(ctx.app, tx, staffId, new Date(ctx.now.getTime() + invitationDays * 86_400_000));
  const inviter = ctx.actor.kind === "staff" ? ctx.actor.name : "Throughline";
  await enqueue(tx, "messaging/send-to-staff", {
    staffId,
    template: "staff.invitation",
    data: { inviter },
    actionUrl,
    sensitive: true,
  });
}

/** Makes someone known to the sign-in library under the id of their staff row; without a password they cannot sign in yet. */
export const openSignIn = (tx: Tx, person: { id: string; name: string; email: string; verified: boolean }) =>
  authTables(tx)
    .insertInto("user")
    .values({
      id: person.id,
      name: person.name,
      email: person.email.toLowerCase(),
      emailVerified: person.verified,
      updatedAt: new Date(),
      twoFactorEnabled: false,
    })
    .execute();
