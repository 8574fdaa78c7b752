import { timingSafeEqual } from "node:crypto";
import type { Context } from "#platform/context.ts";
import { refuse } from "#platform/errors.ts";
import { write } from "#platform/write.ts";
import { append } from "#events/append.ts";
import { normaliseEmail } from "#record/customers/normalise.ts";
import { applyClaims } from "#record/customers/claims.ts";
import { verifyIdentifier } from "#record/customers/identifiers.ts";
import { openPortalSession } from "./portal-session.ts";
import { codeHash } from "./request-code.ts";

const maxTries = 5;

/**
 * A contact comes in with the code from their mailbox: the address is theirs, so the identifier counts as verified and
 * they may sign and change their settings. Five wrong tries spend a code; the count is kept even though the try is refused. Never answered
 * from the memory of idempotency keys: the cookie is in this answer only.
 */
export async function confirmCode(ctx: Context, input: { email: string; code: string; visitorId?: string | undefined }) {
  const confirmed = await write({ ...ctx, idempotency: undefined }, async (tx) => {
    const email = normaliseEmail(input.email);
    const row = await tx
      .selectFrom("portal_codes")
      .selectAll()
      .where("email_norm", "=", email)
      .where("used_at", "is", null)
      .where("expires_at", ">", ctx.now)
      .orderBy("created_at", "desc")
      .limit(1)
      .forUpdate()
      .executeTakeFirst();
    if (!row || row.tries >= maxTries) return undefined;
    await tx
      .updateTable("portal_codes")
      .set({ tries: row.tries + 1 })
      .where("id", "=", row.id)
      .execute();
    if (!row.contact_id || !timingSafeEqual(row.code_hash, codeHash(ctx.app, row.id, input.code))) return undefined;
    await tx.updateTable("portal_codes").set({ used_at: ctx.now }).where("id", "=", row.id).execute();
    const contact = await tx
      .selectFrom("contacts")
      .select(["id", "customer_id"])
      .where("id", "=", row.contact_id)
      .executeTakeFirstOrThrow();
    await verifyIdentifier(tx, ctx, { contactId: contact.id, kind: "email", value: email });
    await applyClaims({ ...ctx, tx }, { contactId: contact.id, visitorId: input.visitorId });
    const sessionId = await openPortalSession(tx, ctx, { contactId: contact.id, purpose: "code", full: true });
    await append(tx, ctx, "portal.signed_in", {
      subjectId: sessionId,
      customerId: contact.customer_id,
      contactId: contact.id,
      channel: "portal",
      data: { level: "full" },
    });
    return { contactId: contact.id, level: "full" as const };
  });
  return confirmed ?? refuse("portal.code_wrong");
}
