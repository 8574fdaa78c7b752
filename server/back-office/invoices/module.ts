/**
 * Invoices: one combined document of what was delivered, installed, subscribed to and used, with its PDF and its XML.
 * Words: charge (a product or service that was earned), obligation (what is owed, once, by its key), line (with the
 * derivation that explains it), credit note (positive amounts), dispute, billing run.
 * States: issued -> sent -> paid; overdue and disputed on the way; an issued document never changes.
 */
import { defineModule } from "#events/define-module.ts";
import { invoicesContract } from "./contract.ts";
import { invoicesExporter } from "./exporter.ts";
import { invoicesEvents } from "./events.ts";
import { makeDocuments } from "./make-documents.ts";
import { markOverdue } from "./mark-overdue.ts";
import { invoicesRoutes } from "./routes.ts";
import { billEverybody, billMonthly } from "./run-billing.ts";
import { invoicesSubscribers } from "./subscribers.ts";

export const invoicesModule = defineModule({
  id: "back-office/invoices",
  contract: invoicesContract,
  routes: invoicesRoutes,
  events: invoicesEvents,
  exporters: [invoicesExporter],
  subscribers: invoicesSubscribers,
  tasks: [
    { name: "invoices/make-documents", run: (ctx, input) => makeDocuments(ctx, input as { invoiceId: string }) },
    { name: "invoices/run-billing", run: (ctx, input) => billEverybody(ctx, input as { runId: string }) },
  ],
  jobs: [
    { name: "invoices/bill-monthly", everyMs: 900_000, run: billMonthly },
    { name: "invoices/mark-overdue", everyMs: 3_600_000, run: markOverdue },
  ],
  permissions: {
    "read invoices": { fr: "lire les factures", roles: ["biller", "seller", "sales_manager", "agent", "cx_lead"] },
    "run billing": { fr: "lancer la facturation", roles: ["biller"] },
    "credit invoices": { fr: "émettre des avoirs et régler des litiges", roles: ["biller"] },
  },
  refusals: {
    "invoice.no_address": {
      status: 422,
      en: "{customer} has no billing address. Add one to the account, then bill again.",
      fr: "{customer} n’a pas d’adresse de facturation. Ajoutez-la au compte, puis relancez la facturation.",
    },
    "invoice.no_siren": {
      status: 422,
      en: "{customer} is a company without its number (SIREN): its invoice would reach nobody. Add it to the account, then bill again.",
      fr: "{customer} est une entreprise sans SIREN : sa facture n’arriverait à personne. Ajoutez-le au compte, puis relancez la facturation.",
    },
    "invoice.not_legal": {
      status: 422,
      en: "The invoice of {customer} may not be issued yet: {problems}. Nothing was billed.",
      fr: "La facture de {customer} ne peut pas encore être émise\u00a0: {problems}. Rien n’a été facturé.",
    },
    "invoice.nothing_to_correct": {
      status: 409,
      en: "There is no invoice this credit belongs to.",
      fr: "Aucune facture ne correspond à cet avoir.",
    },
    "invoice.not_creditable": {
      status: 409,
      en: "Nothing of {number} is left to give back.",
      fr: "Il ne reste rien à rendre sur {number}.",
    },
    "invoice.credit_too_high": {
      status: 422,
      en: "At most {left} of “{name}” can still be given back.",
      fr: "Il reste au plus {left} à rendre sur «\u00a0{name}\u00a0».",
    },
    "invoice.not_disputable": {
      status: 409,
      en: "{number} cannot be disputed: nothing is owed on it.",
      fr: "{number} ne peut pas être contestée\u00a0: rien n’y est dû.",
    },
    "invoice.not_disputed": { status: 409, en: "{number} is not disputed.", fr: "{number} n’est pas contestée." },
  },
});
