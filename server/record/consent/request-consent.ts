import type { Context, Locale } from "#platform/context.ts";
import { refuseUnless } from "#platform/errors.ts";
import { enqueue } from "#platform/jobs/task.ts";
import { write } from "#platform/write.ts";
import { append } from "#events/append.ts";
import { confirmationLink } from "./consent-links.ts";
import { giveConsent } from "./give-consent.ts";
import { livingContact } from "./living-contact.ts";
import { addToLedger } from "./ledger.ts";
import { purposeNamed } from "./purposes.ts";
import { stateOf } from "./state-of.ts";

const againAfterMs = 10 * 60_000;

/**
 * A person ticked the box. Where a purpose asks for double opt-in the consent is pending until the link in their mailbox
 * is followed, because anyone can type anyone's address; otherwise it counts at once, unless the address is `unproven`: of a contact we
 * knew before, typed by somebody on a public page. Asking again while pending sends
 * the link again, ten minutes later at the earliest: a form is no way to fill a stranger's mailbox. `contact`: who ticked; `how`: where.
 */
export const requestConsent = (
  ctx: Context,
  input: {
    contactId: string;
    purpose: string;
    how: string;
    proof?: Record<string, unknown> | undefined;
    follows?: string | undefined;
    unproven?: { claimId: string | undefined } | undefined;
  },
) =>
  write(ctx, async (tx) => {
    const contact = await livingContact(tx, input.contactId);
    const purpose = await purposeNamed(tx, input.purpose);
    const now = await stateOf(tx, contact.id, purpose.key);
    if (now?.state === "given") return { id: now.event_id, state: "given" as const };
    if (!purpose.doubleOptIn && !input.unproven) {
      const { id } = await giveConsent({ ...ctx, tx }, input);
      return { id, state: "given" as const };
    }
    const { email } = contact;
    refuseUnless(email, "consent.no_address");
    const isSame = now?.state === "pending" && now.text_version === purpose.textVersion;
    if (isSame && ctx.now.getTime() - now.changed_at.getTime() < againAfterMs)
      return { id: now.event_id, state: "pending" as const };
    const id = await addToLedger(tx, ctx, {
      contactId: contact.id,
      purpose: purpose.key,
      textVersion: purpose.textVersion,
      action: "requested",
      proof: { how: input.how, email, ...input.proof },
    });
    await append(tx, ctx, "consent.requested", {
      subjectId: contact.id,
      customerId: contact.customer_id,
      contactId: contact.id,
      follows: input.follows,
      data: { purpose: purpose.key, textVersion: purpose.textVersion, email },
    });
    await enqueue(tx, "messaging/send", {
      contactId: contact.id,
      purpose: "consent",
      transactional: true,
      template: "consent.confirm",
      data: { purpose: purpose.name[contact.locale as "en" | "fr"], text: purpose.text[contact.locale as "en" | "fr"] },
      actionUrl: confirmationLink(
        ctx.app,
        {
          contactId: contact.id,
          purpose: purpose.key,
          textVersion: purpose.textVersion,
          email,
          claimId: input.unproven?.claimId,
        },
        ctx.now,
        contact.locale as Locale,
      ),
    });
    return { id, state: "pending" as const };
  });
