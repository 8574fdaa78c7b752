import { z } from "zod";
import { currency, event, minor } from "#events/define-event.ts";

export const customerValueEvents = {
  "health.changed": event(
    "stay",
    { en: "Health moved from {from} to {to}", fr: "Santé du compte : de {from} à {to}" },
    z.object({ from: z.number().nullable(), to: z.number(), reasons: z.array(z.string()) }),
  ),
  "churn.risked": event(
    "stay",
    { en: "Risk of leaving: {percent} %", fr: "Risque de départ : {percent} %" },
    z.object({ percent: z.number(), reasons: z.array(z.string()), valueAtRiskMinor: minor, currency }),
  ),
  "customer.churned": event(
    "stay",
    { en: "The customer left", fr: "Le client est parti" },
    z.object({ reason: z.string(), monthlyMinor: minor, currency }),
  ),
};
