import { z } from "zod";
import { currency, day, event, id, minor } from "#events/define-event.ts";

export const ledgerEvents = {
  "revenue.recognised": event(
    "pay",
    { en: "Revenue recognised for {name}", fr: "Chiffre d’affaires reconnu pour {name}" },
    z.object({ name: z.string(), amountMinor: minor, currency, on: day, invoiceLineId: id.nullable(), entryId: id }),
  ),
  "journal.exported": event(
    "pay",
    { en: "Journal exported: {entries} entries", fr: "Journal exporté : {entries} écritures" },
    z.object({ from: day, to: day, entries: z.number(), format: z.string(), sha256: z.string() }),
  ),
};
