import { z } from "zod";
import { event } from "#events/define-event.ts";

export const listeningEvents = {
  "review.published": event(
    "recommend",
    { en: "Review on {site}: {rating}/5", fr: "Avis publié sur {site} : {rating}/5" },
    z.object({ site: z.string(), rating: z.number(), text: z.string(), author: z.string() }),
  ),
};
