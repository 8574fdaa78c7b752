import { z } from "zod";
import { event } from "#events/define-event.ts";

export const kpisEvents = {
  "kpi.missed": event(
    "stay",
    { en: "{name} is below target: {value} for {target}", fr: "{name} sous la cible : {value} pour {target}" },
    z.object({
      kpi: z.string(),
      name: z.string(),
      stage: z.string(),
      value: z.string(),
      target: z.string(),
      n: z.number(),
      pValue: z.number().nullable(),
    }),
  ),
  "kpi.recovered": event(
    "stay",
    { en: "{name} is back on target: {value}", fr: "{name} est revenu dans la cible : {value}" },
    z.object({ kpi: z.string(), name: z.string(), stage: z.string(), value: z.string(), target: z.string(), n: z.number() }),
  ),
};
