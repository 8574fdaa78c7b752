import { z } from "zod";
import { currency, event, id, minor } from "#events/define-event.ts";

export const paymentsEvents = {
  "payment.received": event(
    "pay",
    { en: "Payment received: {reference}", fr: "Paiement reçu : {reference}" },
    z.object({ method: z.enum(["card", "transfer", "direct_debit"]), amountMinor: minor, currency, reference: z.string() }),
  ),
  "payment.failed": event(
    "pay",
    { en: "Payment failed: {reason}", fr: "Paiement échoué : {reason}" },
    z.object({ method: z.string(), amountMinor: minor, currency, reason: z.string(), invoiceId: id.optional() }),
  ),
  "payment.refunded": event(
    "pay",
    { en: "Payment refunded", fr: "Paiement remboursé" },
    z.object({ amountMinor: minor, currency, reason: z.string() }),
  ),
  "payment.matched": event(
    "pay",
    { en: "Payment matched to invoice {number}", fr: "Paiement rapproché de la facture {number}" },
    z.object({ invoiceId: id, number: z.string(), amountMinor: minor, currency, openMinor: minor, opportunityId: id.nullable() }),
  ),
  "payment.released": event(
    "pay",
    { en: "Payment taken off invoice {number}", fr: "Paiement détaché de la facture {number}" },
    z.object({ invoiceId: id, number: z.string(), amountMinor: minor, currency }),
  ),
  "reminder.sent": event(
    "pay",
    { en: "Payment reminder {level} sent", fr: "Relance de paiement n° {level} envoyée" },
    z.object({ invoiceId: id, number: z.string(), level: z.number() }),
  ),
};
