import { z } from "zod";
import { customer, id, instant, open, requiredText, staff, text } from "#platform/contract.ts";

const tag = { tags: ["Signatures"] };
const one = z.object({ quoteId: id });
const sha256 = z.string().regex(/^[0-9a-fA-F]{64}$/, "64 hexadecimal digits");
const pdf = z.file().mime("application/pdf");
const coordinate = z.number().min(-10).max(700);
const mark = z.object({
  method: z.enum(["drawn", "typed"]),
  /** Strokes of x,y pairs in a box of 600 x 180, when drawn. */
  strokes: z.array(z.array(z.tuple([coordinate, coordinate])).max(2_000)).max(200),
});

export const signaturesContract = {
  mySignature: customer()
    .route({ method: "GET", path: "/my/quotes/{quoteId}/signature", summary: "What I agree to, or how I signed", ...tag })
    .input(one)
    .output(
      z.object({
        consent: z.object({ version: z.string(), text: z.string() }),
        notice: z.string(),
        signed: z
          .object({
            at: instant,
            by: z.string(),
            version: z.number(),
            documentSha256: z.string(),
            certificateSha256: z.string(),
          })
          .nullable(),
      }),
    ),
  requestCode: customer()
    .route({ method: "POST", path: "/my/quotes/{quoteId}/signature-codes", summary: "Send me a code to sign with", ...tag })
    .input(one.extend({ version: z.number().int().min(1) }))
    .output(z.object({ sentTo: z.string(), expiresAt: instant })),
  sign: customer()
    .route({ method: "POST", path: "/my/quotes/{quoteId}/signature", summary: "Accept and sign", ...tag })
    .input(
      one.extend({
        version: z.number().int().min(1),
        documentSha256: sha256,
        code: z.string().regex(/^\d{6}$/, "six digits"),
        name: requiredText(120),
        mark: mark.refine(
          (value) => value.method === "typed" || value.strokes.some((stroke) => stroke.length > 1),
          "draw your mark",
        ),
        consentVersion: z.string().max(20),
        deliveryAddress: z
          .object({
            line1: requiredText(120),
            line2: text(120).optional(),
            postcode: requiredText(12),
            city: requiredText(80),
            country: z.string().regex(/^[A-Z]{2}$/),
          })
          .optional(),
      }),
    )
    .output(z.object({ id, signedAt: instant, documentSha256: z.string(), certificateSha256: z.string() })),
  myCertificate: customer()
    .route({ method: "GET", path: "/my/quotes/{quoteId}/certificate", summary: "The certificate of my signature", ...tag })
    .input(one)
    .output(pdf),
  show: staff("read quotes")
    .route({ method: "GET", path: "/quotes/{quoteId}/signature", summary: "The signature of a quote with its evidence", ...tag })
    .input(one)
    .output(
      z.object({
        signed: z
          .object({
            at: instant,
            by: z.string(),
            email: z.string(),
            version: z.number(),
            documentSha256: z.string(),
            certificateSha256: z.string(),
            evidenceIntact: z.boolean(),
            evidence: z.array(
              z.object({ kind: z.string(), at: instant, detail: z.record(z.string(), z.string()), hash: z.string() }),
            ),
          })
          .nullable(),
      }),
    ),
  certificate: staff("read quotes")
    .route({ method: "GET", path: "/quotes/{quoteId}/certificate", summary: "The certificate of a signature", ...tag })
    .input(one)
    .output(pdf),
  verify: open()
    .route({ method: "POST", path: "/signatures/verification", summary: "Is this document the one that was signed?", ...tag })
    .input(z.object({ quoteNumber: requiredText(40), sha256 }))
    .output(
      z.object({
        valid: z.boolean(),
        /** A simple electronic signature (eIDAS article 3 (10)), not a qualified one. */
        kind: z.literal("simple"),
        evidenceIntact: z.boolean().optional(),
        version: z.number().optional(),
        signedAt: instant.optional(),
        signedBy: z.string().optional(),
        evidenceHash: z.string().optional(),
        certificateSha256: z.string().optional(),
      }),
    ),
};
