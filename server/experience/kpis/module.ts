/**
 * KPIs: a figure and a target per stage.
 * Words: KPI (definitions.ts says exactly what is counted), sample, target, window, least n, judgement (met, missed, unknown).
 * A miss is stated only with enough samples and when chance does not explain it; once per change of state.
 */
import { defineModule } from "#events/define-module.ts";
import { roles } from "#platform/context.ts";
import { kpisContract } from "./contract.ts";
import { evaluateKpis, ensureTargets } from "./evaluate-kpis.ts";
import { kpisEvents } from "./events.ts";
import { kpisRoutes } from "./routes.ts";

export const kpisModule = defineModule({
  id: "experience/kpis",
  contract: kpisContract,
  routes: kpisRoutes,
  events: kpisEvents,
  jobs: [{ name: "kpis/evaluate", everyMs: 60_000, run: evaluateKpis }],
  seed: ensureTargets,
  permissions: {
    "read KPIs": { fr: "lire les indicateurs", roles },
    "set targets": { fr: "fixer les cibles", roles: ["cx_lead"] },
  },
});
