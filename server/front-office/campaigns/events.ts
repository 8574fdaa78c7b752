import { z } from "zod";
import { event, id } from "#events/define-event.ts";

export const campaignsEvents = {
  "campaign.launched": event(
    "discover",
    { en: "Campaign “{name}” was launched", fr: "Campagne « {name} » lancée" },
    z.object({ name: z.string(), offer: z.string(), segmentId: id.nullable(), landingSlug: z.string().nullable() }),
  ),
  "campaign.paused": event(
    "discover",
    { en: "Campaign “{name}” was paused: {reason}", fr: "Campagne « {name} » en pause : {reason}" },
    z.object({ name: z.string(), reason: z.string() }),
  ),
  "campaign.resumed": event(
    "discover",
    { en: "Campaign “{name}” goes on", fr: "Campagne « {name} » reprise" },
    z.object({ name: z.string() }),
  ),
  "campaign.ended": event(
    "discover",
    { en: "Campaign “{name}” ended", fr: "Campagne « {name} » terminée" },
    z.object({ name: z.string() }),
  ),
};
