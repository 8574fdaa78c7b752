import type { Locale } from "#platform/context.ts";
import { translate } from "#platform/i18n/translate.ts";

const reasons = ["person", "angry", "complaint", "refusal", "again", "nothing", "unsure"] as const;
/** Why the assistant handed a chat to a person. */
export type Reason = (typeof reasons)[number];

/** A reason as it was kept, in the reader's words; reasons kept as sentences before stay as they were written. */
export const reasonIn = (locale: Locale, kept: string): string =>
  (reasons as readonly string[]).includes(kept) ? translate(locale, `assistant:reason.${kept}`) : kept;
