/**
 * Approvals: who must agree to a quote before it leaves, and by when.
 * Words: approval (one role asked about one version of a quote), reason, counterfactual (what would make it unnecessary).
 * States: pending -> granted | refused | withdrawn; a pending one that is late is escalated.
 */
import { defineModule } from "#events/define-module.ts";
import { approvalsContract } from "./contract.ts";
import { escalateOverdue } from "./escalate-overdue.ts";
import { approvalsEvents } from "./events.ts";
import { approvalsRoutes } from "./routes.ts";

export const approvalsModule = defineModule({
  id: "cpq/approvals",
  contract: approvalsContract,
  routes: approvalsRoutes,
  events: approvalsEvents,
  jobs: [{ name: "approvals/escalate-overdue", everyMs: 60_000, run: escalateOverdue }],
  permissions: {
    "read approvals": { fr: "lire les validations", roles: ["seller", "sales_manager"] },
    "decide approvals": { fr: "décider des validations", roles: ["sales_manager"] },
  },
  refusals: {
    "approval.not_yours": {
      status: 403,
      en: "This approval is for another role ({role}).",
      fr: "Cette validation revient à un autre rôle ({role}).",
    },
    "approval.own": {
      status: 403,
      en: "You asked for this approval yourself: someone else must decide.",
      fr: "Vous avez demandé cette validation vous-même : quelqu’un d’autre doit décider.",
    },
    "approval.decided": {
      status: 409,
      en: "This approval is already decided ({status}).",
      fr: "Cette validation est déjà décidée ({status}).",
    },
  },
});
