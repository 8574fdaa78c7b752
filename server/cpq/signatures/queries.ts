import { type Context, reader } from "#platform/context.ts";
import { found } from "#platform/errors.ts";
import { quotesInScope } from "#cpq/quotes/lock-quote.ts";
import { consentText, consentVersion, legalNotice } from "./consent.ts";
import { evidenceOf, isIntact } from "./evidence.ts";

async function quoteSeen(ctx: Context, quoteId: string) {
  return found(
    await reader(ctx)
      .selectFrom("quotes")
      .select(["id", "number", "version", "locale"])
      .where("id", "=", quoteId)
      .where(quotesInScope(ctx, "quotes"))
      .executeTakeFirst(),
    "quote",
    quoteId,
  );
}

const signedEnvelope = (ctx: Context, quoteId: string) =>
  reader(ctx)
    .selectFrom("signature_envelopes")
    .selectAll()
    .where("quote_id", "=", quoteId)
    .where("status", "=", "signed")
    .executeTakeFirst();

/** What the customer reads before signing, or how it was signed. */
export async function mySignature(ctx: Context, input: { quoteId: string }) {
  const quote = await quoteSeen(ctx, input.quoteId);
  const envelope = await signedEnvelope(ctx, quote.id);
  return {
    consent: { version: consentVersion, text: consentText(ctx.locale, quote.number, envelope?.version ?? quote.version) },
    notice: legalNotice[ctx.locale],
    signed: envelope
      ? {
          at: envelope.signed_at!,
          by: envelope.signer_name!,
          version: envelope.version,
          documentSha256: envelope.document_sha256,
          certificateSha256: envelope.certificate_sha256!,
        }
      : null,
  };
}

/** The signature of a quote with all its evidence, for staff. */
export async function showSignature(ctx: Context, input: { quoteId: string }) {
  const quote = await quoteSeen(ctx, input.quoteId);
  const envelope = await signedEnvelope(ctx, quote.id);
  if (!envelope) return { signed: null };
  const evidence = await evidenceOf(ctx, envelope.id);
  return {
    signed: {
      at: envelope.signed_at!,
      by: envelope.signer_name!,
      email: envelope.signer_email ?? "",
      version: envelope.version,
      documentSha256: envelope.document_sha256,
      certificateSha256: envelope.certificate_sha256!,
      evidenceIntact: isIntact(envelope.id, evidence),
      evidence: evidence.map((row) => ({ kind: row.kind, at: row.happenedAt, detail: row.detail, hash: row.hash })),
    },
  };
}

/** The certificate page, as it was made when the quote was signed. */
export async function readCertificate(ctx: Context, input: { quoteId: string }): Promise<File> {
  const quote = await quoteSeen(ctx, input.quoteId);
  const envelope = found(await signedEnvelope(ctx, quote.id), "certificate", quote.id);
  const bytes = found(await ctx.app.files.get(envelope.certificate_key!), "certificate", quote.id);
  return new File([Uint8Array.from(bytes)], `${quote.number}-certificate.pdf`, { type: "application/pdf" });
}
