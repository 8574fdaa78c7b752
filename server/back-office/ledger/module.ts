/**
 * The ledger: double entry, revenue by performance obligation, export to finance.
 * Words: entry (balances, never changes, knows the fact it posts), posting (debit positive, credit negative), schedule (how
 * the price of a service becomes revenue month by month), journal (VT sales, BQ money, OD the rest).
 * States: none; what was wrong is put right by another entry.
 */
import { defineModule } from "#events/define-module.ts";
import { ledgerContract } from "./contract.ts";
import { ledgerEvents } from "./events.ts";
import { recogniseRevenue } from "./recognise-revenue.ts";
import { ledgerRoutes } from "./routes.ts";
import { ledgerSubscribers } from "./subscribers.ts";

export const ledgerModule = defineModule({
  id: "back-office/ledger",
  contract: ledgerContract,
  routes: ledgerRoutes,
  events: ledgerEvents,
  subscribers: ledgerSubscribers,
  jobs: [{ name: "ledger/recognise-revenue", everyMs: 3_600_000, run: recogniseRevenue }],
  permissions: {
    "read the ledger": { fr: "lire la comptabilité", roles: ["biller"] },
    "export the journal": { fr: "exporter le journal comptable", roles: ["biller"] },
  },
  refusals: {
    "journal.backwards": {
      status: 422,
      en: "The last day is before the first one.",
      fr: "Le dernier jour précède le premier.",
    },
    "journal.no_siren": {
      status: 422,
      en: "The FEC carries the SIREN of the company. Enter it in the settings first.",
      fr: "Le FEC porte le SIREN de l’entreprise. Saisissez-le d’abord dans les réglages.",
    },
    "journal.too_long": {
      status: 422,
      en: "This span has more than {most} postings. Export it in shorter parts.",
      fr: "Cette période compte plus de {most} lignes. Exportez-la en plusieurs parties.",
    },
  },
});
