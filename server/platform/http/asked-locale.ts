import type { IncomingHttpHeaders } from "node:http";
import { isLocale, type Locale, localeOf } from "../i18n/locale.ts";

/** The language to answer a request in: the one it names (X-Locale), else the one its browser prefers. */
export function askedLocale(headers: IncomingHttpHeaders): Locale {
  const named = headers["x-locale"];
  return typeof named === "string" && isLocale(named) ? named : localeOf(headers["accept-language"]);
}
