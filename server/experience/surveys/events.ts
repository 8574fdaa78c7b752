import { z } from "zod";
import { event, id } from "#events/define-event.ts";

export const surveysEvents = {
  "survey.sent": event(
    "use",
    { en: "Survey {kind} sent", fr: "Enquête {kind} envoyée" },
    z.object({ surveyId: id, kind: z.enum(["ces", "csat", "nps"]), about: z.string(), journeyStage: z.string() }),
  ),
  "survey.skipped": event(
    "use",
    { en: "Survey {kind} not sent: {reason}", fr: "Enquête {kind} non envoyée : {reason}" },
    z.object({ surveyId: id, kind: z.enum(["ces", "csat", "nps"]), reason: z.string() }),
  ),
  "survey.answered": event(
    "use",
    { en: "Survey {kind} answered: {score}", fr: "Réponse à l’enquête {kind} : {score}" },
    z.object({
      surveyId: id,
      kind: z.enum(["ces", "csat", "nps"]),
      score: z.number(),
      comment: z.string().optional(),
      journeyStage: z.string(),
      about: z.string(),
    }),
  ),
};
