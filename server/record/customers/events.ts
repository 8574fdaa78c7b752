import { z } from "zod";
import { event, id } from "#events/define-event.ts";

export const customersEvents = {
  "customer.created": event(
    "enquire",
    { en: "{name} became a customer record", fr: "{name} a maintenant une fiche client" },
    z.object({ name: z.string(), kind: z.enum(["company", "person"]), leadId: id.optional() }),
  ),
  "customer.merged": event(
    "enquire",
    { en: "Two records of {name} were merged", fr: "Deux fiches de {name} ont été fusionnées" },
    z.object({ name: z.string(), mergedId: id, mergeId: id }),
  ),
  "customer.split": event(
    "enquire",
    { en: "A merge was undone", fr: "Une fusion a été annulée" },
    z.object({ mergedId: id, mergeId: id }),
  ),
  "contact.added": event(
    "enquire",
    { en: "{name} was added as a contact", fr: "{name} a été ajouté aux contacts" },
    z.object({ name: z.string(), email: z.string().nullable(), roles: z.array(z.string()) }),
  ),
  "contact.identified": event(
    "discover",
    { en: "An anonymous visitor became known as {name}", fr: "Un visiteur anonyme s’est fait connaître : {name}" },
    z.object({ name: z.string(), visitorId: id.optional(), email: z.string() }),
  ),
  "customer.assigned": event(
    "enquire",
    { en: "Account given to {ownerName}", fr: "Compte confié à {ownerName}" },
    z.object({ ownerId: id, ownerName: z.string() }),
  ),
  "contact.merged": event(
    "enquire",
    { en: "Two records of {name} were merged", fr: "Deux fiches de {name} ont été fusionnées" },
    z.object({ name: z.string(), mergedId: id, mergeId: id }),
  ),
  "contact.split": event(
    "enquire",
    { en: "A merge of contacts was undone", fr: "Une fusion de contacts a été annulée" },
    z.object({ mergedId: id, mergeId: id }),
  ),
  // Nothing truer exists for a field corrected by hand; what it was and became is in the history of the record.
  "customer.changed": event(
    "enquire",
    { en: "Details changed: {fields}", fr: "Informations modifiées : {fields}" },
    z.object({ fields: z.array(z.string()) }),
  ),
  "contact.changed": event(
    "enquire",
    { en: "Details of {name} changed: {fields}", fr: "Informations de {name} modifiées : {fields}" },
    z.object({ name: z.string(), fields: z.array(z.string()) }),
  ),
};
