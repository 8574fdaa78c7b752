import type { Context, Locale } from "#platform/context.ts";
import { write } from "#platform/write.ts";
import { applyClaims } from "#record/customers/claims.ts";
import { verifyIdentifier } from "#record/customers/identifiers.ts";
import { preferenceToken, readConfirmation } from "./consent-links.ts";
import { giveConsent } from "./give-consent.ts";
import { livingContact } from "./living-contact.ts";

/**
 * The second step of a double opt-in: the mailbox is theirs, so the consent counts, the address is verified, and what was
 * typed with the request becomes true. Twice is as good as once. `visitorId`: the browser the link was opened in.
 */
export async function confirmConsent(ctx: Context, input: { token: string; visitorId?: string | undefined }) {
  const { contactId, purpose, textVersion, email, claimId } = readConfirmation(ctx.app, input.token, ctx.now);
  return write(ctx, async (tx) => {
    const contact = await livingContact(tx, contactId);
    await verifyIdentifier(tx, ctx, { contactId: contact.id, kind: "email", value: email });
    await applyClaims({ ...ctx, tx }, { contactId: contact.id, claimId, visitorId: input.visitorId });
    await giveConsent(
      { ...ctx, tx },
      { contactId: contact.id, purpose, how: "double opt-in", proof: { confirmedEmail: email, askedTextVersion: textVersion } },
    );
    return {
      purposes: [purpose],
      locale: contact.locale as Locale,
      preferencesToken: preferenceToken(ctx.app, { contactId: contact.id, purpose }, ctx.now),
    };
  });
}
