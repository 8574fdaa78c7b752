import { createHmac, randomInt } from "node:crypto";
import type { App, Context } from "#platform/context.ts";
import { newId } from "#platform/ids.ts";
import { enqueue } from "#platform/jobs/task.ts";
import { write } from "#platform/write.ts";
import { contactByEmail } from "#record/customers/contact-by-email.ts";
import { normaliseEmail } from "#record/customers/normalise.ts";

export const codeMinutes = 10;
const maxPerHour = 5;

/** Only a keyed hash of a code is kept: six digits would not survive a guess over a plain one. */
export const codeHash = (app: App, codeId: string, code: string): Buffer =>
  createHmac("sha256", app.secret).update(`portal-code:${codeId}:${code}`).digest();

/**
 * Sends a one-time code to a contact's address. The answer is the same for addresses we do not know, so that nobody
 * learns who our customers are; more than five an hour to one address are answered and not sent.
 */
export const requestCode = (ctx: Context, input: { email: string }) =>
  write(ctx, async (tx) => {
    const email = normaliseEmail(input.email);
    const since = new Date(ctx.now.getTime() - 3_600_000);
    const recent = await tx
      .selectFrom("portal_codes")
      .select("id")
      .where("email_norm", "=", email)
      .where("created_at", ">", since)
      .execute();
    if (recent.length < maxPerHour) {
      const contact = await contactByEmail(tx, email);
      const id = newId();
      const code = randomInt(0, 1_000_000).toString().padStart(6, "0");
      const expiresAt = new Date(ctx.now.getTime() + codeMinutes * 60_000);
      await tx
        .updateTable("portal_codes")
        .set({ expires_at: ctx.now })
        .where("email_norm", "=", email)
        .where("used_at", "is", null)
        .where("expires_at", ">", ctx.now)
        .execute();
      await tx
        .insertInto("portal_codes")
        .values({
          id,
          email_norm: email,
          contact_id: contact?.id ?? null,
          code_hash: codeHash(ctx.app, id, code),
          created_at: ctx.now,
          expires_at: expiresAt,
        })
        .execute();
      if (contact)
        await enqueue(tx, "messaging/send", {
          contactId: contact.id,
          purpose: "access",
          transactional: true,
          template: "portal.code",
          data: { code, minutes: codeMinutes },
        });
    }
    return { sent: true as const, expiresInMinutes: codeMinutes };
  });
