import { z } from "zod";
import { currency, event, id, minor } from "#events/define-event.ts";

export const actionsEvents = {
  "action.started": event(
    "stay",
    { en: "Corrective action started: {name}", fr: "Action corrective lancée : {name}" },
    z.object({
      name: z.string(),
      kpi: z.string().optional(),
      ownerId: z.string().optional(),
      automatic: z.boolean(),
      reason: z.string(),
    }),
  ),
  "goodwill.asked": event(
    "stay",
    { en: "Goodwill of {amountMinor} asked for: {reason}", fr: "Geste commercial de {amountMinor} demandé : {reason}" },
    z.object({ actionId: id, amountMinor: minor, currency, reason: z.string() }),
  ),
  "goodwill.granted": event(
    "stay",
    { en: "Goodwill of {amountMinor} granted: {reason}", fr: "Geste commercial de {amountMinor} accordé : {reason}" },
    z.object({ actionId: id, amountMinor: minor, currency, reason: z.string() }),
  ),
  "goodwill.refused": event(
    "stay",
    { en: "Goodwill of {amountMinor} refused", fr: "Geste commercial de {amountMinor} refusé" },
    z.object({ actionId: id, amountMinor: minor, currency, reason: z.string() }),
  ),
  "action.completed": event(
    "stay",
    { en: "Action completed: {name}", fr: "Action terminée : {name}" },
    z.object({ name: z.string() }),
  ),
  "action.measured": event(
    "stay",
    { en: "Effect of “{name}”: {verdict}", fr: "Effet de « {name} » : {verdict}" },
    z.object({
      name: z.string(),
      kpi: z.string(),
      before: z.string().nullable(),
      after: z.string().nullable(),
      difference: z.string().nullable(),
      low: z.string().nullable(),
      high: z.string().nullable(),
      nBefore: z.number(),
      nAfter: z.number(),
      verdict: z.string(),
    }),
  ),
};
