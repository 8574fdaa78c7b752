import type { Context } from "#platform/context.ts";
import { refuseUnless } from "#platform/errors.ts";
import { write } from "#platform/write.ts";
import { append } from "#events/append.ts";
import { applyClaims } from "#record/customers/claims.ts";
import { openPortalSession } from "./portal-session.ts";
import { readLink } from "./signed-link.ts";

/**
 * A contact comes in by a link from one of our messages, so what this browser (`visitorId`) claimed before is theirs.
 * Someone already in as this contact keeps their session.
 */
export async function openLink(ctx: Context, input: { token: string; visitorId?: string | undefined }) {
  const { contactId, path, purpose } = readLink(ctx.app, input.token, ctx.now);
  return write({ ...ctx, idempotency: undefined }, async (tx) => {
    const known = await tx
      .selectFrom("contacts")
      .select(["id", "merged_into_id", "customer_id"])
      .where("id", "=", contactId)
      .executeTakeFirst();
    refuseUnless(known, "portal.link_invalid");
    const id = known.merged_into_id ?? known.id;
    await applyClaims({ ...ctx, tx }, { contactId: id, visitorId: input.visitorId });
    if (ctx.actor.kind === "customer" && ctx.actor.contactId === id) return { path, level: ctx.actor.level };
    const sessionId = await openPortalSession(tx, ctx, { contactId: id, purpose, full: false });
    await append(tx, ctx, "portal.signed_in", {
      subjectId: sessionId,
      customerId: known.customer_id,
      contactId: id,
      channel: "portal",
      data: { level: "link" },
    });
    return { path, level: "link" as const };
  });
}
