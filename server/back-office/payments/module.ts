/**
 * Payments: money in, what it pays, what goes back, and who is reminded.
 * Words: payment (money received, once per source key), allocation (a payment put against an invoice), statement and entry
 * (what the bank reports), intent (a card payment on its way), reminder (three levels).
 * States: an intent is open -> succeeded | cancelled; a bank entry is unmatched -> matched, or ignored (money out).
 */
import { defineModule } from "#events/define-module.ts";
import { paymentsContract } from "./contract.ts";
import { paymentsEvents } from "./events.ts";
import { sendReminders } from "./remind.ts";
import { paymentsRoutes } from "./routes.ts";

export const paymentsModule = defineModule({
  id: "back-office/payments",
  contract: paymentsContract,
  routes: paymentsRoutes,
  events: paymentsEvents,
  jobs: [{ name: "payments/remind", everyMs: 3_600_000, run: sendReminders }],
  permissions: {
    "read payments": { fr: "lire les paiements", roles: ["biller", "seller", "sales_manager", "agent", "cx_lead"] },
    "match payments": { fr: "importer des relevés et rapprocher des paiements", roles: ["biller"] },
    "refund payments": { fr: "rembourser des paiements", roles: ["biller"] },
  },
  refusals: {
    "payment.statement_unreadable": {
      status: 422,
      en: "This file is not a bank statement we can read (camt.053): {reason}. Nothing was taken from it.",
      fr: "Ce fichier n’est pas un relevé lisible (camt.053)\u00a0: {reason}. Rien n’en a été repris.",
    },
    "payment.other_currency": {
      status: 422,
      en: "The invoice is in {currency}; this payment is not.",
      fr: "La facture est en {currency}, pas ce paiement.",
    },
    "payment.does_not_fit": {
      status: 422,
      en: "Of this payment {unused} is not used yet, and {open} is open on the invoice. Enter at most the smaller one.",
      fr: "Il reste {unused} de ce paiement, et {open} à payer sur la facture. Saisissez au plus le plus petit des deux.",
    },
    "payment.refund_too_high": {
      status: 422,
      en: "At most {most} of this payment can be given back.",
      fr: "Au plus {most} de ce paiement peuvent être remboursés.",
    },
    "payment.nothing_open": {
      status: 409,
      en: "Nothing is left to pay on {number}.",
      fr: "Il ne reste rien à payer sur {number}.",
    },
    "payment.amount_changed": {
      status: 409,
      en: "What is open on {number} has changed since. Start the payment again; nothing was charged.",
      fr: "Le montant à payer sur {number} a changé entre-temps. Recommencez le paiement\u00a0; rien n’a été débité.",
    },
    "payment.card_invalid": {
      status: 422,
      en: "This card number or expiry date is not right. Check them and try again; nothing was charged.",
      fr: "Ce numéro de carte ou sa date d’expiration n’est pas correct. Vérifiez-les puis réessayez\u00a0; rien n’a été débité.",
    },
  },
});
