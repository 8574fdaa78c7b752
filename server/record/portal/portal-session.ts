import { createHash, randomBytes } from "node:crypto";
import type { Context } from "#platform/context.ts";
import type { Tx } from "#platform/database.ts";
import { newId } from "#platform/ids.ts";

export const portalCookie = "tl_portal";
const sessionDays = 30;
const fullHours = 12;

export const tokenHash = (token: string): Buffer => createHash("sha256").update(token).digest();

/**
 * Opens a session for a contact and gives the browser its cookie. Sessions live in real time, whatever the demo clock
 * says. `full` comes from a code just confirmed and lasts twelve hours; then the session is worth a link again.
 */
export async function openPortalSession(
  tx: Tx,
  ctx: Context,
  input: { contactId: string; purpose: string; full: boolean },
): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  const now = Date.now();
  const expires = new Date(now + sessionDays * 86_400_000);
  const id = newId();
  await tx
    .insertInto("portal_sessions")
    .values({
      id,
      token_hash: tokenHash(token),
      contact_id: input.contactId,
      purpose: input.purpose,
      expires_at: expires,
      full_until: input.full ? new Date(now + fullHours * 3_600_000) : null,
    })
    .execute();
  ctx.setCookie?.(portalCookie, token, { expires });
  return id;
}
