import { z } from "zod";
import { event } from "#events/define-event.ts";

export const portalEvents = {
  "portal.signed_in": event(
    null,
    { en: "Signed in to the customer portal", fr: "Connexion à l’espace client" },
    z.object({ level: z.enum(["link", "full"]) }),
  ),
};
