/**
 * Usage: what was consumed, exactly once.
 * Words: meter (what is counted), record (one fact of a source), duplicate (the same source and id again: counted, never
 * doubled), correction (stands in for a record, or takes it back), watermark ("as of": what was recorded by then).
 * States: a record counts until a correction replaces it; records are never changed.
 */
import { defineModule } from "#events/define-module.ts";
import { usageContract } from "./contract.ts";
import { usageEvents } from "./events.ts";
import { usageRoutes } from "./routes.ts";

export const usageModule = defineModule({
  id: "back-office/usage",
  contract: usageContract,
  routes: usageRoutes,
  events: usageEvents,
  permissions: {
    "record usage": { fr: "enregistrer des consommations", roles: ["biller"] },
    "read usage": { fr: "lire les consommations", roles: ["biller", "agent", "seller", "sales_manager", "cx_lead"] },
  },
  refusals: {
    "usage.already_corrected": {
      status: 409,
      en: "This record was already corrected. Correct the correction ({correctionId}) instead.",
      fr: "Cette consommation a déjà été corrigée. Corrigez plutôt la correction ({correctionId}).",
    },
  },
});
