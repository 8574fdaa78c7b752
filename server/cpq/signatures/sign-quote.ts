import { append } from "#events/append.ts";
import type { Context, Locale } from "#platform/context.ts";
import { json, type Tx } from "#platform/database.ts";
import { refuse, refuseUnless } from "#platform/errors.ts";
import { sha256Hex } from "#platform/files/file-key.ts";
import { formatMoney } from "#platform/i18n/format.ts";
import { write } from "#platform/write.ts";
import { acceptQuote, lockOpenOffer } from "#cpq/quotes/accept-quote.ts";
import type { Address } from "#cpq/quotes/events.ts";
import { lockQuote } from "#cpq/quotes/lock-quote.ts";
import { linesOf, soldLines } from "#cpq/quotes/quote-lines.ts";
import { sendMessage } from "#record/messaging/send-message.ts";
import { signedLink } from "#record/portal/signed-link.ts";
import { renderCertificate } from "./certificate.ts";
import { consentText, consentVersion } from "./consent.ts";
import { addEvidence } from "./evidence.ts";
import { lockEnvelope, signer } from "./lock-envelope.ts";
import { type Mark, markPicture } from "./mark.ts";
import { isCode, maxTries } from "./signing-code.ts";

export interface SignQuote {
  quoteId: string;
  version: number;
  /** Of the PDF the signer has read. */
  documentSha256: string;
  code: string;
  name: string;
  mark: Mark;
  consentVersion: string;
  deliveryAddress?: Address | undefined;
}

const linkDays = 365;

/**
 * The customer signs the version they were sent: the code from their mailbox, their consent, their mark, and the hash of
 * the exact PDF. Acceptance, signature and evidence commit together, and the order follows. Signing again answers the
 * same; a wrong code is counted even though it is refused.
 */
export async function signQuote(ctx: Context, input: SignQuote) {
  const outcome = await write(ctx, async (tx) => {
    const within = { ...ctx, tx };
    const done = await alreadySigned(tx, ctx, input);
    if (done) return done;
    const quote = await lockOpenOffer(within, input.quoteId, input.version);
    const version = await tx
      .selectFrom("quote_versions")
      .select(["document_sha256", "document_key", "delivery_address"])
      .where("quote_id", "=", quote.id)
      .where("version", "=", quote.version)
      .executeTakeFirstOrThrow();
    const sha256 = version.document_sha256!;
    refuseUnless(input.documentSha256 === sha256, "signature.other_document", { number: quote.number });
    refuseUnless(input.consentVersion === consentVersion, "signature.consent_changed");
    const deliveryAddress = input.deliveryAddress ?? (version.delivery_address as Address | null);
    refuseUnless(deliveryAddress, "signature.no_address");
    const envelope = await lockEnvelope(tx, ctx, quote, { version: quote.version, sha256 });
    const { code_hash: kept, code_expires_at: expiresAt } = envelope;
    refuseUnless(kept && expiresAt && expiresAt > ctx.now, "signature.code_expired");
    refuseUnless(envelope.code_tries < maxTries, "signature.code_spent");
    if (!isCode(ctx.app, envelope.id, input.code, kept)) {
      const left = maxTries - envelope.code_tries - 1;
      await tx
        .updateTable("signature_envelopes")
        .set({ code_tries: envelope.code_tries + 1 })
        .where("id", "=", envelope.id)
        .execute();
      await addEvidence(tx, ctx, envelope.id, "code_refused", { triesLeft: String(left) });
      return { wrong: true as const, left };
    }
    return complete(within, input, { envelopeId: envelope.id, sha256, documentKey: version.document_key!, deliveryAddress });
  });
  return "wrong" in outcome ? refuse("signature.code_wrong", { left: outcome.left }) : outcome;
}

/** The same contact signing the same version again gets the same answer. */
async function alreadySigned(tx: Tx, ctx: Context, input: SignQuote) {
  const { contactId } = signer(ctx);
  await lockQuote(tx, ctx, input.quoteId);
  const row = await tx
    .selectFrom("signature_envelopes")
    .select(["id", "signed_at", "document_sha256", "certificate_sha256"])
    .where("quote_id", "=", input.quoteId)
    .where("version", "=", input.version)
    .where("contact_id", "=", contactId)
    .where("status", "=", "signed")
    .executeTakeFirst();
  return (
    row && {
      id: row.id,
      signedAt: row.signed_at!,
      documentSha256: row.document_sha256,
      certificateSha256: row.certificate_sha256!,
    }
  );
}

type Within = Context & { tx: Tx };
interface Confirmed {
  envelopeId: string;
  sha256: string;
  documentKey: string;
  deliveryAddress: Address;
}

async function complete(ctx: Within, input: SignQuote, confirmed: Confirmed) {
  const { tx } = ctx;
  const { contactId } = signer(ctx);
  const { envelopeId, sha256 } = confirmed;
  const contact = await tx
    .selectFrom("contacts")
    .select(["first_name", "email", "locale"])
    .where("id", "=", contactId)
    .executeTakeFirstOrThrow();
  const { quote, version } = await acceptQuote(ctx, { quoteId: input.quoteId, version: input.version });
  const locale = quote.locale as Locale;

  const picture = markPicture(input.mark, input.name);
  const markKey = `signatures/${envelopeId}/mark.svg`;
  await ctx.app.files.put(markKey, picture, { contentType: "image/svg+xml" });
  const markSha256 = sha256Hex(picture);
  await addEvidence(tx, ctx, envelopeId, "code_confirmed", { email: contact.email ?? "" });
  await addEvidence(tx, ctx, envelopeId, "consent_given", {
    version: consentVersion,
    text: consentText(locale, quote.number, quote.version),
  });
  await addEvidence(tx, ctx, envelopeId, "marked", { method: input.mark.method, name: input.name, sha256: markSha256 });
  const headHash = await addEvidence(tx, ctx, envelopeId, "signed", { sha256, name: input.name });

  const certificate = await renderCertificate(ctx, {
    envelopeId,
    quote: { number: quote.number, version: quote.version, totalMinor: version.total_minor, currency: quote.currency },
    customerId: quote.customer_id,
    signer: { name: input.name, email: contact.email ?? "" },
    documentSha256: sha256,
    headHash,
    locale,
    mark: picture,
  });
  const certificateKey = `signatures/${envelopeId}/certificate.pdf`;
  await ctx.app.files.put(certificateKey, certificate.bytes, { contentType: "application/pdf" });
  await tx
    .updateTable("signature_envelopes")
    .set({
      status: "signed",
      code_hash: null,
      code_expires_at: null,
      signer_name: input.name,
      signer_email: contact.email,
      mark_kind: input.mark.method,
      mark_key: markKey,
      mark_sha256: markSha256,
      consent_version: consentVersion,
      delivery_address: json(confirmed.deliveryAddress),
      signed_at: ctx.now,
      certificate_key: certificateKey,
      certificate_sha256: certificate.sha256,
    })
    .where("id", "=", envelopeId)
    .execute();
  const { eventId } = await append(tx, ctx, "quote.signed", {
    subjectId: quote.id,
    customerId: quote.customer_id,
    contactId,
    channel: "portal",
    data: {
      number: quote.number,
      version: quote.version,
      opportunityId: quote.opportunity_id,
      signedBy: input.name,
      documentSha256: sha256,
      currency: quote.currency,
      netMinor: version.net_minor,
      taxMinor: version.tax_minor,
      totalMinor: version.total_minor,
      lines: soldLines(await linesOf(ctx, quote.id, quote.version), locale),
      deliveryAddress: confirmed.deliveryAddress,
      locale,
    },
  });
  await sendMessage(ctx, {
    contactId,
    purpose: "signature",
    transactional: true,
    template: "signatures.signed",
    data: {
      name: contact.first_name,
      number: quote.number,
      total: formatMoney(version.total_minor, quote.currency, contact.locale as Locale),
      sha256,
    },
    actionUrl: signedLink(
      ctx.app,
      contactId,
      `/portal/quotes/${quote.id}`,
      "quote",
      new Date(ctx.now.getTime() + linkDays * 86_400_000),
    ),
    attachments: [
      { name: `${quote.number}-v${quote.version}.pdf`, key: confirmed.documentKey, mime: "application/pdf" },
      { name: `${quote.number}-certificate.pdf`, key: certificateKey, mime: "application/pdf" },
    ],
    causedBy: eventId,
  });
  return { id: envelopeId, signedAt: ctx.now, documentSha256: sha256, certificateSha256: certificate.sha256 };
}
