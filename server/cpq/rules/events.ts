import { z } from "zod";
import { event } from "#events/define-event.ts";

export const rulesEvents = {
  "decision_table.changed": event(
    "choose",
    { en: "Decision table “{name}” changed, version {version}", fr: "Table de décision « {name} » modifiée, version {version}" },
    z.object({ key: z.string(), name: z.string(), version: z.number(), rules: z.number() }),
  ),
};
