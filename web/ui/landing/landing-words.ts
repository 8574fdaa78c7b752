/** The words around a landing page, in the language of the page: a preview may be in another one than the screen it is on. */
import type { Locale } from "../../i18n/locale.ts";
import en from "../../i18n/messages/portal-landing.en.json" with { type: "json" };
import fr from "../../i18n/messages/portal-landing.fr.json" with { type: "json" };

export type LandingWord = keyof typeof en;

export const landingWord = (locale: Locale, key: LandingWord): string => (locale === "fr" ? fr : en)[key];
