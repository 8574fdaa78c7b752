import type { Context } from "#platform/context.ts";
import { write } from "#platform/write.ts";
import { append } from "#events/append.ts";
import { livingContact } from "./living-contact.ts";
import { addToLedger } from "./ledger.ts";
import { purposeNamed } from "./purposes.ts";
import { stateOf } from "./state-of.ts";

/** A person says yes. `how` is the proof in words (a form, a confirmed link, a call); saying yes again to the same wording changes nothing. */
export const giveConsent = (
  ctx: Context,
  input: { contactId: string; purpose: string; how: string; proof?: Record<string, unknown> | undefined },
) =>
  write(ctx, async (tx) => {
    const contact = await livingContact(tx, input.contactId);
    const purpose = await purposeNamed(tx, input.purpose);
    const now = await stateOf(tx, contact.id, purpose.key);
    if (now?.state === "given" && now.text_version === purpose.textVersion) return { id: now.event_id };
    const id = await addToLedger(tx, ctx, {
      contactId: contact.id,
      purpose: purpose.key,
      textVersion: purpose.textVersion,
      action: "given",
      proof: { how: input.how, email: contact.email, ...input.proof },
    });
    await append(tx, ctx, "consent.given", {
      subjectId: contact.id,
      customerId: contact.customer_id,
      contactId: contact.id,
      data: { purpose: purpose.key, textVersion: purpose.textVersion, proof: input.how },
    });
    return { id };
  });
