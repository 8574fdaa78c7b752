import { z } from "zod";
import { event, id } from "#events/define-event.ts";

export const interactionsEvents = {
  "page.viewed": event(
    "discover",
    { en: "Viewed {path}", fr: "A consulté {path}" },
    z.object({ path: z.string(), visitorId: id, referrer: z.string().optional(), utm: z.record(z.string(), z.string()) }),
  ),
};
