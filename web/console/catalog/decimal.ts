import type { Locale } from "../../i18n/locale.ts";

/** "1 250,5" or "1250.5" as people type it, as plain decimal text; undefined when it is no figure of 0 or more. */
export function readDecimal(text: string): string | undefined {
  const plain = text.replaceAll(/[\s\u00a0\u202f]/g, "").replace(",", ".");
  return /^\d{1,12}(\.\d{1,6})?$/.test(plain) ? plain : undefined;
}

/** A percentage from 0 to 100 with at most four decimals, as plain decimal text. */
export function readPercent(text: string): string | undefined {
  const value = readDecimal(text.replace("%", ""));
  return value !== undefined && Number(value) <= 100 && (value.split(".")[1]?.length ?? 0) <= 4 ? value : undefined;
}

/** Plain decimal text as it is typed in the reader's language. */
export const typed = (value: unknown, locale: Locale): string =>
  value === undefined || value === null ? "" : locale === "fr" ? String(value).replace(".", ",") : String(value);

export const isAboveZero = (value: string | undefined): boolean => value !== undefined && Number(value) > 0;
