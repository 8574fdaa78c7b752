import { formatDate, formatDateTime, formatMoney, formatNumber } from "#platform/i18n/format.ts";
import type { Locale } from "#platform/i18n/locale.ts";
import { catalog, isEventType } from "./catalog.ts";

/**
 * A fact as a sentence: the text of the catalog with its {fields} filled from the data, money and dates as the reader
 * writes them. Kinds of facts that no longer exist read as their name.
 */
export function sentenceOf(
  event: { type: string; data: Readonly<Record<string, unknown>> },
  locale: Locale,
  timeZone = "Europe/Paris",
): string {
  if (!isEventType(event.type)) return event.type;
  return catalog[event.type][locale].replace(/\{(\w+)\}/g, (_, field: string) =>
    readable(field, event.data[field], event.data, locale, timeZone),
  );
}

export const sentencesOf = (
  event: { type: string; data: Readonly<Record<string, unknown>> },
  timeZone?: string,
): { en: string; fr: string } => ({
  en: sentenceOf(event, "en", timeZone),
  fr: sentenceOf(event, "fr", timeZone),
});

function readable(
  field: string,
  value: unknown,
  data: Readonly<Record<string, unknown>>,
  locale: Locale,
  timeZone: string,
): string {
  if (value === null || value === undefined || value === "") return "—";
  if (field.endsWith("Minor") && /^-?\d+$/.test(String(value)))
    return formatMoney(BigInt(String(value)), String(data.currency ?? "EUR"), locale);
  if (typeof value === "number") return formatNumber(value, locale);
  if (typeof value === "boolean") return locale === "fr" ? (value ? "oui" : "non") : value ? "yes" : "no";
  if (Array.isArray(value)) return value.map((part) => readable("", part, data, locale, timeZone)).join(", ");
  if (typeof value === "object")
    return Object.values(value)
      .map((part) => readable("", part, data, locale, timeZone))
      .join(", ");
  const text = String(value);
  if (/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(text)) return formatDateTime(new Date(text), locale, timeZone, "medium");
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return formatDate(text, locale, "medium");
  return text;
}
