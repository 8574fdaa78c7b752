import { z } from "zod";
import { event, id } from "#events/define-event.ts";

export const usageEvents = {
  "usage.recorded": event(
    "use",
    { en: "Usage: {quantity} {meter}", fr: "Usage : {quantity} {meter}" },
    z.object({ subscriptionId: id, meter: z.string(), quantity: z.string(), source: z.string(), sourceId: z.string() }),
  ),
  "usage.corrected": event(
    "use",
    { en: "Usage corrected: {quantity} {meter}", fr: "Usage corrigé : {quantity} {meter}" },
    z.object({ subscriptionId: id, meter: z.string(), quantity: z.string(), reason: z.string() }),
  ),
  "usage.threshold_reached": event(
    "use",
    { en: "{percent} % of the included {meter} used", fr: "{percent} % du forfait {meter} consommé" },
    z.object({ subscriptionId: id, meter: z.string(), percent: z.number() }),
  ),
};
