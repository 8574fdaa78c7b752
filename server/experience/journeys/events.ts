import { z } from "zod";
import { event, id } from "#events/define-event.ts";

const about = { name: z.string(), journeyStage: z.string() };

export const journeysEvents = {
  "pain.noted": event("stay", { en: "Pain point noted: {name}", fr: "Irritant noté : {name}" }, z.object(about)),
  "pain.closed": event(
    "stay",
    { en: "Pain point taken away: {name}. {done}", fr: "Irritant supprimé : {name}. {done}" },
    z.object({ ...about, done: z.string() }),
  ),
  "pain.reopened": event("stay", { en: "Pain point is back: {name}", fr: "Irritant de retour : {name}" }, z.object(about)),
  "improvement.noted": event(
    "stay",
    { en: "Improvement noted: {name}", fr: "Amélioration notée : {name}" },
    z.object({ ...about, ownerId: id.nullable() }),
  ),
  "improvement.moved": event(
    "stay",
    { en: "Improvement “{name}”: from {from} to {to}", fr: "Amélioration « {name} » : de {from} à {to}" },
    z.object({ ...about, from: z.string(), to: z.string() }),
  ),
};
