import type { LocalText } from "./types.ts";

/** The unique key of an obligation; the same four columns are UNIQUE in the database. */
export const obligationKey = (itemId: string, kind: string, serviceFrom: LocalText, reason: string): string =>
  `${itemId}|${kind}|${serviceFrom}|${reason}`;
