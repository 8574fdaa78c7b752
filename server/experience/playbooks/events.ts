import { z } from "zod";
import { event } from "#events/define-event.ts";

export const playbooksEvents = {
  "playbook.started": event(
    "stay",
    { en: "Playbook “{name}” started", fr: "Plan d’action « {name} » lancé" },
    z.object({ name: z.string(), reason: z.string() }),
  ),
  "playbook.completed": event(
    "stay",
    { en: "Playbook “{name}” completed", fr: "Plan d’action « {name} » terminé" },
    z.object({ name: z.string() }),
  ),
};
