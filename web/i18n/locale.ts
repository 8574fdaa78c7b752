import { isLocale, type Locale } from "#platform/i18n/locale.ts";

export { type Locale, locales } from "#platform/i18n/locale.ts";

const storageKey = "throughline.locale";

/** The BCP 47 tag used for Intl: days before months in English, narrow no-break spaces in French. */
export const intlTag: Record<Locale, string> = { en: "en-GB", fr: "fr-FR" };

/** The language this person reads: their own choice first, then `?lang=`, the page's, the browser's. */
export function readLocale(): Locale {
  const asked = new URLSearchParams(location.search).get("lang");
  if (asked && isLocale(asked)) return asked;
  const stored = readStored();
  if (stored && isLocale(stored)) return stored;
  return navigator.languages.some((tag) => tag.toLowerCase().startsWith("fr")) ? "fr" : "en";
}

/** Whether the browser asks for English or French at all; where it asks for neither, the organisation's language is the better guess. */
export const doesBrowserSpeakOurs = (): boolean => navigator.languages.some((tag) => isLocale(tag.slice(0, 2).toLowerCase()));

/** Whether this device was told a language: by its reader, or by the address. */
export const isLocaleChosen = (): boolean => readStored() !== null || new URLSearchParams(location.search).has("lang");

/** Remembers the choice on this device. */
export function rememberLocale(locale: Locale): void {
  try {
    localStorage.setItem(storageKey, locale);
  } catch {
    // Private windows may refuse storage: the choice then lasts as long as the page.
  }
}

function readStored(): string | null {
  try {
    return localStorage.getItem(storageKey);
  } catch {
    return null;
  }
}
