import { z } from "zod";
import { event, id } from "#events/define-event.ts";

export const formsEvents = {
  "form.submitted": event(
    "discover",
    { en: "Form “{form}” was sent in", fr: "Formulaire « {form} » envoyé" },
    z.object({
      form: z.string(),
      formId: id,
      visitorId: id.optional(),
      values: z.record(z.string(), z.string()),
      utm: z.record(z.string(), z.string()),
      campaignId: id.optional(),
      /** Purposes of consent ticked, each still to be confirmed. */
      purposes: z.array(z.string()).optional(),
      /** The address is of someone we knew: until their mailbox confirms it, anyone may have typed this. */
      claimed: z.boolean().optional(),
      locale: z.enum(["en", "fr"]).optional(),
    }),
  ),
};
