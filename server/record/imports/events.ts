import { z } from "zod";
import { event } from "#events/define-event.ts";

export const importsEvents = {
  "import.completed": event(
    "enquire",
    { en: "{created} {kind} imported", fr: "{created} {kind} importés" },
    z.object({
      kind: z.string(),
      file: z.string(),
      created: z.number(),
      unchanged: z.number(),
      errors: z.number(),
      marked: z.number(),
    }),
  ),
  "import.undone": event(
    "enquire",
    { en: "An import was undone: {removed} removed", fr: "Un import a été annulé : {removed} retirés" },
    z.object({ kind: z.string(), removed: z.number() }),
  ),
};
