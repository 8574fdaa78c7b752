import { z } from "zod";
import { event } from "#events/define-event.ts";

export const knowledgeEvents = {
  "article.published": event(
    "use",
    { en: "Article “{title}” published", fr: "Article « {title} » publié" },
    z.object({ title: z.string(), locale: z.string() }),
  ),
};
