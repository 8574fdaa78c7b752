import type { Context } from "#platform/context.ts";
import { write } from "#platform/write.ts";
import { append } from "#events/append.ts";
import { livingContact } from "./living-contact.ts";
import { addToLedger } from "./ledger.ts";
import { purposeNamed } from "./purposes.ts";
import { stateOf } from "./state-of.ts";

/** A person says no: from now on nothing leaves for this purpose. Also the objection to what is done without a yes. */
export const withdrawConsent = (
  ctx: Context,
  input: { contactId: string; purpose: string; reason?: string | undefined; proof?: Record<string, unknown> | undefined },
) =>
  write(ctx, async (tx) => {
    const contact = await livingContact(tx, input.contactId);
    const purpose = await purposeNamed(tx, input.purpose);
    const now = await stateOf(tx, contact.id, purpose.key);
    if (now?.state === "withdrawn") return { id: now.event_id };
    const textVersion = now?.text_version ?? purpose.textVersion;
    const id = await addToLedger(tx, ctx, {
      contactId: contact.id,
      purpose: purpose.key,
      textVersion,
      action: "withdrawn",
      proof: { how: input.reason ?? "asked", ...input.proof },
    });
    await append(tx, ctx, "consent.withdrawn", {
      subjectId: contact.id,
      customerId: contact.customer_id,
      contactId: contact.id,
      data: { purpose: purpose.key, reason: input.reason },
    });
    return { id };
  });
