import type { App } from "#platform/context.ts";
import { refuse } from "#platform/errors.ts";
import { signToken, verifyToken } from "#platform/signed-token.ts";

const tokenPurpose = "portal-link";

export interface PortalLink {
  contactId: string;
  /** Where it leads: "/portal/quotes/<id>". */
  path: string;
  /** Why it was sent: "quote", "invoice", "appointment" ... */
  purpose: string;
}

/**
 * An address to put in a message: whoever opens it is let into the portal as this contact, at level "link" (may see,
 * comment, accept, track, book and pay; not sign), and lands on `path`. Send it to the contact's own address only.
 */
export function signedLink(app: App, contactId: string, path: string, purpose: string, expiresAt: Date): string {
  if (!path.startsWith("/") || path.startsWith("//")) throw new Error(`signedLink: ${path} is not a path of ours`);
  const subject: PortalLink = { contactId, path, purpose };
  return `${app.config.publicUrl}/p/l/${signToken([app.secret], { purpose: tokenPurpose, subject, expiresAt })}`;
}

/** What a link says. Refuses what is forged, incomplete or expired. */
export function readLink(app: App, token: string, now: Date): PortalLink {
  const read = verifyToken<PortalLink>([app.secret], token, { purpose: tokenPurpose, now });
  if (!read.ok) refuse(read.reason === "expired" ? "portal.link_expired" : "portal.link_invalid");
  return read.subject;
}
