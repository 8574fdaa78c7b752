import type { Locale } from "../i18n/locale.ts";

/**
 * The rules of a guide say their reason once, "English / français": the reader's half of each. What the engine adds about
 * the model's own structure ("exactly one of ...") is no reason for a customer, and left out.
 */
export const reasonsFor = (reasons: readonly string[], locale: Locale): string[] =>
  reasons.flatMap((reason) => {
    const halves = reason.split(" / ");
    return halves.length === 2 ? (halves[locale === "fr" ? 1 : 0] ?? []) : [];
  });
