import type { Context, Locale } from "#platform/context.ts";
import { refuseUnless } from "#platform/errors.ts";
import { isId } from "#platform/ids.ts";
import { write } from "#platform/write.ts";
import { insertContact } from "./add-contact.ts";
import { applyClaims, keepClaim } from "./claims.ts";
import { contactByEmail } from "./contact-by-email.ts";
import { identifyVisitor } from "./identify-visitor.ts";

/**
 * The contact behind an address given in a form, a chat or a mail: the known one, or a new one without an account. A new
 * one is made of what was typed, and what their browser did before joins their line. A known one is not touched by it:
 * anyone can type anyone's address, so the name, the telephone and the browser wait as a claim (`claimId`) until the
 * mailbox confirms it. Staff, and the contact themselves signed in, vouch for what they write: then empty fields are
 * filled at once; nothing that is there is ever overwritten.
 */
export const recogniseContact = (
  ctx: Context,
  input: {
    email: string;
    firstName?: string | undefined;
    lastName?: string | undefined;
    phone?: string | undefined;
    locale?: Locale | undefined;
    visitorId?: string | undefined;
    follows?: string | undefined;
  },
) =>
  write(ctx, async (tx) => {
    refuseUnless(input.visitorId === undefined || isId(input.visitorId), "input.invalid");
    const inner = { ...ctx, tx };
    const known = await contactByEmail(tx, input.email);
    if (!known) {
      const contactId = await insertContact(tx, ctx, null, input, input.follows ?? input.visitorId);
      const identified = input.visitorId ? await identifyVisitor(inner, { contactId, visitorId: input.visitorId }) : undefined;
      return { contactId, customerId: null, created: true, visitorId: identified?.visitorId, claimId: undefined };
    }
    const contactId = known.id!;
    const { actor } = ctx;
    const vouched = actor.kind === "staff" || (actor.kind === "customer" && actor.contactId === contactId);
    const claimId = await keepClaim(tx, ctx, { ...input, contactId });
    if (claimId && vouched) await applyClaims(inner, { contactId, claimId });
    return {
      contactId,
      customerId: known.customer_id,
      created: false,
      visitorId: input.visitorId,
      claimId: vouched ? undefined : claimId,
    };
  });
