import { createHash } from "node:crypto";
import { hashPassword } from "better-auth/crypto";
import type { App, Context } from "#platform/context.ts";
import type { Database, Tx } from "#platform/database.ts";
import { refuse, refuseUnless } from "#platform/errors.ts";
import { newId } from "#platform/ids.ts";
import { signToken, verifyToken } from "#platform/signed-token.ts";
import { write } from "#platform/write.ts";
import { authTables } from "./auth-tables.ts";
import { forgetStaffActors } from "./staff-actor.ts";
import { activeStaff } from "./staff-member.ts";

const purpose = "staff-password";
interface Subject {
  staffId: string;
  /** Of the password it replaces: a link works once, and dies when the password changes any other way. */
  replaces: string;
}

/** The address where someone chooses a password. Good until `expiresAt` or until the password changes. */
export async function passwordLink(app: App, db: Database, staffId: string, expiresAt: Date): Promise<string> {
  const subject: Subject = { staffId, replaces: await stampOf(db, staffId) };
  return `${app.config.publicUrl}/sign-in/password?token=${signToken([app.secret], { purpose, subject, expiresAt })}`;
}

/** Sets a password with the link of an invitation or a reset. Every open session ends. */
export async function setPassword(ctx: Context, input: { token: string; password: string }) {
  const { app } = ctx;
  const read = verifyToken<Subject>([app.secret], input.token, { purpose, now: ctx.now });
  if (!read.ok) refuse(read.reason === "expired" ? "staff.link_expired" : "staff.link_invalid");
  const { staffId, replaces } = read.subject;
  const hash = await hashPassword(input.password);
  const done = await write(ctx, async (tx) => {
    const member = await activeStaff(tx, staffId);
    refuseUnless(member && (await stampOf(tx, staffId)) === replaces, "staff.link_invalid");
    await keepPassword(tx, staffId, hash);
    await authTables(tx)
      .updateTable("user")
      .set({ emailVerified: true, updatedAt: new Date() })
      .where("id", "=", staffId)
      .execute();
    return { email: member.email };
  });
  forgetStaffActors(app);
  return done;
}

/** Writes a password (already hashed) and ends the sessions opened with the one before. */
export async function keepPassword(tx: Tx, staffId: string, hash: string): Promise<void> {
  const auth = authTables(tx);
  const updated = await auth
    .updateTable("account")
    .set({ password: hash, updatedAt: new Date() })
    .where("userId", "=", staffId)
    .where("providerId", "=", "credential")
    .executeTakeFirst();
  if (updated.numUpdatedRows === 0n)
    await auth
      .insertInto("account")
      .values({
        id: newId(),
        accountId: staffId,
        providerId: "credential",
        userId: staffId,
        password: hash,
        updatedAt: new Date(),
      })
      .execute();
  await auth.deleteFrom("session").where("userId", "=", staffId).execute();
}

async function stampOf(db: Database, staffId: string): Promise<string> {
  const account = await authTables(db)
    .selectFrom("account")
    .select("password")
    .where("userId", "=", staffId)
    .where("providerId", "=", "credential")
    .executeTakeFirst();
  return createHash("sha256")
    .update(account?.password ?? "none")
    .digest("base64url")
    .slice(0, 16);
}
