import { z } from "zod";
import { event } from "#events/define-event.ts";

export const catalogEvents = {
  "offering.published": event(
    "choose",
    { en: "Offering “{name}” published, version {version}", fr: "Offre « {name} » publiée, version {version}" },
    z.object({ name: z.string(), sku: z.string(), kind: z.string(), version: z.number() }),
  ),
};
