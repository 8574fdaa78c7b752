import type { Context } from "#platform/context.ts";
import { found, refuseUnless } from "#platform/errors.ts";
import { write } from "#platform/write.ts";
import { lockOpenOffer } from "#cpq/quotes/accept-quote.ts";
import { sendMessage } from "#record/messaging/send-message.ts";
import { addEvidence } from "./evidence.ts";
import { lockEnvelope, signer } from "./lock-envelope.ts";
import { codeHash, codeMinutes, maxCodesPerHour, newCode } from "./signing-code.ts";

/** Sends the signer a one-time code to their own mailbox: it proves that whoever signs reads it. A new code ends the one before. */
export const requestSigningCode = (ctx: Context, input: { quoteId: string; version: number }) =>
  write(ctx, async (tx) => {
    const within = { ...ctx, tx };
    const { contactId } = signer(ctx);
    const quote = await lockOpenOffer(within, input.quoteId, input.version);
    const version = await tx
      .selectFrom("quote_versions")
      .select("document_sha256")
      .where("quote_id", "=", quote.id)
      .where("version", "=", quote.version)
      .executeTakeFirstOrThrow();
    const envelope = await lockEnvelope(tx, ctx, quote, { version: quote.version, sha256: version.document_sha256! });
    const contact = found(
      await tx.selectFrom("contacts").select(["id", "email"]).where("id", "=", contactId).executeTakeFirst(),
      "contact",
      contactId,
    );
    refuseUnless(contact.email, "signature.no_email");
    const anHourAgo = new Date(ctx.now.getTime() - 3_600_000);
    const fresh = envelope.code_sent_at !== null && envelope.code_sent_at > anHourAgo;
    const codesSent = fresh ? envelope.codes_sent : 0;
    refuseUnless(codesSent < maxCodesPerHour, "signature.too_many_codes");
    const code = newCode();
    const expiresAt = new Date(ctx.now.getTime() + codeMinutes * 60_000);
    await tx
      .updateTable("signature_envelopes")
      .set({
        code_hash: codeHash(ctx.app, envelope.id, code),
        code_expires_at: expiresAt,
        code_tries: 0,
        codes_sent: codesSent + 1,
        code_sent_at: ctx.now,
      })
      .where("id", "=", envelope.id)
      .execute();
    await addEvidence(tx, ctx, envelope.id, "code_sent", { to: contact.email });
    await sendMessage(within, {
      contactId: contact.id,
      purpose: "signature",
      transactional: true,
      template: "signatures.code",
      data: { code, number: quote.number, minutes: codeMinutes },
      sensitive: true,
      follows: quote.id,
    });
    return { sentTo: masked(contact.email), expiresAt };
  });

/** "l•••@atelier-martin.example": enough to know which mailbox to open. */
const masked = (email: string): string => `${email.slice(0, 1)}•••${email.slice(email.indexOf("@"))}`;
