import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import { isLocaleChosen, type Locale, readLocale, rememberLocale } from "./locale.ts";
import type { Messages } from "./messages.ts";

type Load = (locale: Locale) => Promise<Messages>;
let load: Load;

/** Call once before the first render: the reader's language is there, so nothing flashes in the other one. */
export async function startI18n(loader: Load): Promise<void> {
  load = loader;
  const locale = readLocale();
  document.documentElement.lang = locale;
  await i18next.use(initReactI18next).init({
    lng: locale,
    fallbackLng: false,
    resources: { [locale]: await load(locale) },
    defaultNS: "common",
    fallbackNS: "common",
    // flat dotted keys and nested files are both found: mail texts are nested
    ignoreJSONStructure: true,
    interpolation: { escapeValue: false },
    returnNull: false,
    react: { useSuspense: false, bindI18nStore: "added" },
  });
}

/** Switches the whole screen to the other language, live, and remembers it. */
export async function changeLocale(locale: Locale): Promise<void> {
  rememberLocale(locale);
  await show(locale);
}

/** Takes the language of the person's account, unless this device was told another. */
export async function adoptLocale(locale: Locale): Promise<void> {
  if (!isLocaleChosen() && locale !== currentLocale()) await show(locale);
}

async function show(locale: Locale): Promise<void> {
  if (!i18next.hasResourceBundle(locale, "common")) {
    for (const [namespace, texts] of Object.entries(await load(locale))) i18next.addResourceBundle(locale, namespace, texts);
  }
  document.documentElement.lang = locale;
  await i18next.changeLanguage(locale);
}

/** The language the screen is in now: for request headers, outside React. */
export const currentLocale = (): Locale => (i18next.language === "fr" ? "fr" : "en");
