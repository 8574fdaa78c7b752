import { type Context, reader } from "#platform/context.ts";
import { evidenceOf, isIntact } from "./evidence.ts";

/**
 * Whether a document, by the SHA-256 of its bytes, is the one that was signed under this quote number, and whether the
 * record of evidence is whole. Anyone may ask: only who holds the document has its hash.
 */
export async function verifySignature(ctx: Context, input: { quoteNumber: string; sha256: string }) {
  const envelope = await reader(ctx)
    .selectFrom("signature_envelopes")
    .selectAll()
    .where("quote_number", "=", input.quoteNumber)
    .where("document_sha256", "=", input.sha256.toLowerCase())
    .where("status", "=", "signed")
    .executeTakeFirst();
  if (!envelope) return { valid: false as const, kind: "simple" as const };
  const evidence = await evidenceOf(ctx, envelope.id);
  const evidenceIntact = isIntact(envelope.id, evidence) && evidence.at(-1)?.detail["sha256"] === envelope.document_sha256;
  return {
    valid: evidenceIntact,
    kind: "simple" as const,
    evidenceIntact,
    version: envelope.version,
    signedAt: envelope.signed_at!,
    signedBy: envelope.signer_name!,
    evidenceHash: evidence.at(-1)?.hash ?? "",
    certificateSha256: envelope.certificate_sha256!,
  };
}
