import type { Actor, Context } from "#platform/context.ts";
import type { Tx } from "#platform/database.ts";
import { found, refuseUnless } from "#platform/errors.ts";
import { newId } from "#platform/ids.ts";
import { addEvidence } from "./evidence.ts";

type Customer = Extract<Actor, { kind: "customer" }> & { customerId: string };

/** Only a customer of the portal with an account signs, through a link or a code of theirs. */
export function signer(ctx: Context): Customer {
  const { actor } = ctx;
  refuseUnless(actor.kind === "customer" && actor.customerId, "not_found", { thing: "quote", id: "" });
  return actor as Customer;
}

/** The envelope of this contact for this version, held until the transaction ends; opened on first use. */
export async function lockEnvelope(
  tx: Tx,
  ctx: Context,
  quote: { id: string; number: string; customer_id: string },
  document: { version: number; sha256: string },
) {
  const { contactId, level } = signer(ctx);
  const find = () =>
    tx
      .selectFrom("signature_envelopes")
      .selectAll()
      .where("quote_id", "=", quote.id)
      .where("version", "=", document.version)
      .where("contact_id", "=", contactId)
      .forUpdate()
      .executeTakeFirst();
  const kept = await find();
  if (kept) return kept;
  const opened = await tx
    .insertInto("signature_envelopes")
    .values({
      id: newId(),
      quote_id: quote.id,
      quote_number: quote.number,
      version: document.version,
      customer_id: quote.customer_id,
      contact_id: contactId,
      document_sha256: document.sha256,
      created_at: ctx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .executeTakeFirst();
  if (!opened) return found(await find(), "envelope", quote.id);
  await addEvidence(tx, ctx, opened.id, "opened", {
    quote: quote.number,
    version: String(document.version),
    sha256: document.sha256,
    portalLevel: level,
  });
  return opened;
}
