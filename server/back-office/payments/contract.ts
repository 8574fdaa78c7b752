import { z } from "zod";
import {
  currency,
  customer,
  day,
  id,
  instant,
  minor,
  ok,
  pageInput,
  pageOf,
  requiredText,
  staff,
  text,
} from "#platform/contract.ts";

const tag = { tags: ["Payments"] };
const row = z.object({
  id,
  customerId: id.nullable(),
  customerName: z.string().nullable(),
  method: z.enum(["card", "transfer", "direct_debit"]),
  amountMinor: minor,
  unusedMinor: minor,
  refundedMinor: minor,
  currency,
  reference: z.string(),
  payerName: z.string().nullable(),
  receivedOn: day,
});
const detail = row.extend({
  payerIban: z.string().nullable(),
  allocations: z.array(z.object({ invoiceId: id, number: z.string(), amountMinor: minor, allocatedAt: instant })),
  suggestions: z.array(z.object({ invoiceId: id, number: z.string(), customerName: z.string(), openMinor: minor, dueOn: day })),
});
const above = minor.refine((value) => value > 0n, "above 0");
const one = z.object({ paymentId: id });
/** The largest statement taken at once, in characters. */
export const mostStatementChars = 900_000;

export const paymentsContract = {
  list: staff("read payments")
    .route({ method: "GET", path: "/payments", summary: "Payments, newest first", ...tag })
    .input(z.object({ ...pageInput, search: text(60).optional(), customerId: id.optional(), unmatched: z.boolean().optional() }))
    .output(pageOf(row)),
  show: staff("read payments")
    .route({
      method: "GET",
      path: "/payments/{paymentId}",
      summary: "One payment, what it paid, and what it may still pay",
      ...tag,
    })
    .input(one)
    .output(detail),
  importStatement: staff("match payments")
    .route({
      method: "POST",
      path: "/bank-statements",
      summary: "Take a bank statement (camt.053); the same movement twice changes nothing",
      ...tag,
    })
    .input(z.object({ xml: z.string().min(1).max(mostStatementChars) }))
    .output(
      z.object({
        statements: z.number(),
        entries: z.number(),
        known: z.number(),
        matched: z.number(),
        unmatched: z.number(),
        outgoing: z.number(),
      }),
    ),
  statements: staff("read payments")
    .route({ method: "GET", path: "/bank-statements", summary: "Bank statements taken", ...tag })
    .input(z.object({ limit: z.number().int().min(1).max(200).default(50) }))
    .output(
      z.object({
        rows: z.array(
          z.object({
            id,
            iban: z.string(),
            reference: z.string(),
            importedAt: instant,
            entries: z.number(),
            matched: z.number(),
            unmatched: z.number(),
          }),
        ),
      }),
    ),
  allocate: staff("match payments")
    .route({ method: "POST", path: "/payments/{paymentId}/allocations", summary: "Put a payment against an invoice", ...tag })
    .input(one.extend({ invoiceId: id, amountMinor: above.optional() }))
    .output(ok),
  refund: staff("refund payments")
    .route({ method: "POST", path: "/payments/{paymentId}/refunds", summary: "Give money back", ...tag })
    .input(one.extend({ amountMinor: above, reason: requiredText(300) }))
    .output(ok),
  myPayments: customer()
    .route({ method: "GET", path: "/my/payments", summary: "My payments", ...tag })
    .input(z.object(pageInput))
    .output(pageOf(row)),
  startCard: customer()
    .route({ method: "POST", path: "/my/invoices/{invoiceId}/card-payment", summary: "Start paying an invoice by card", ...tag })
    .input(z.object({ invoiceId: id }))
    .output(z.object({ intentId: id, number: z.string(), amountMinor: minor, currency })),
  confirmCard: customer()
    .route({ method: "POST", path: "/my/card-payments/{intentId}/confirmation", summary: "Pay with a card (sandbox)", ...tag })
    .input(
      z.object({
        intentId: id,
        number: z.string().max(30),
        expiry: z.string().max(7),
        cvc: z.string().regex(/^\d{3,4}$/, "three or four digits"),
      }),
    )
    .output(z.object({ status: z.enum(["succeeded", "declined"]), reason: z.string().nullable(), paymentId: id.nullable() })),
  transferDetails: customer()
    .route({ method: "GET", path: "/my/invoices/{invoiceId}/transfer", summary: "How to pay an invoice by transfer", ...tag })
    .input(z.object({ invoiceId: id }))
    .output(
      z.object({
        name: z.string(),
        iban: z.string().nullable(),
        bic: z.string().nullable(),
        reference: z.string(),
        openMinor: minor,
        currency,
        qrSvg: z.string().nullable(),
      }),
    ),
};
