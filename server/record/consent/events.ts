import { z } from "zod";
import { event } from "#events/define-event.ts";

export const consentEvents = {
  "consent.requested": event(
    "discover",
    { en: "Consent asked for {purpose}; confirmation pending", fr: "Consentement demandé ({purpose}) ; confirmation en attente" },
    z.object({ purpose: z.string(), textVersion: z.string(), email: z.string() }),
  ),
  "consent.given": event(
    "discover",
    { en: "Consent given for {purpose}", fr: "Consentement donné ({purpose})" },
    z.object({ purpose: z.string(), textVersion: z.string(), proof: z.string() }),
  ),
  "consent.withdrawn": event(
    "discover",
    { en: "Consent withdrawn for {purpose}", fr: "Consentement retiré ({purpose})" },
    z.object({ purpose: z.string(), reason: z.string().optional() }),
  ),
};
