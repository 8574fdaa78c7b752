/** The languages Throughline speaks, and how a person's language is chosen. Runs in the browser too. */
export const locales = ["en", "fr"] as const;
export type Locale = (typeof locales)[number];

export const isLocale = (text: string): text is Locale => (locales as readonly string[]).includes(text);

/**
 * The language to answer in, from an Accept-Language header: "fr-CA,en;q=0.8" is fr. The highest weight wins, the
 * earlier on a tie; q=0 means "not this one"; `fallback` when nothing fits.
 */
export function localeOf(acceptLanguage: string | null | undefined, fallback: Locale = "en"): Locale {
  let best: { locale: Locale; weight: number } | undefined;
  for (const part of (acceptLanguage ?? "").slice(0, 1000).split(",")) {
    const [tag = "", ...parameters] = part.trim().toLowerCase().split(";");
    const quality = parameters.map((parameter) => /^\s*q=([01](?:\.\d{0,3})?)\s*$/.exec(parameter)?.[1]).find(Boolean);
    const weight = quality === undefined ? 1 : Number(quality);
    const primary = tag.split("-")[0]!;
    if (isLocale(primary) && weight > 0 && weight > (best?.weight ?? 0)) best = { locale: primary, weight };
  }
  return best?.locale ?? fallback;
}
