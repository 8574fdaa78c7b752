/** Money, numbers, dates and durations as people of a language write them. No dependency, so the browser uses the same. */
import { currencyExponent, decimalText } from "../money.ts";
import type { Locale } from "./locale.ts";

/** English follows British order (21 November 2026), which readers outside the United States expect. */
const regions: Record<Locale, string> = { en: "en-GB", fr: "fr-FR" };

const formats = new Map<string, unknown>();
function cached<T>(key: string, make: () => T): T {
  let format = formats.get(key) as T | undefined;
  if (format === undefined) {
    if (formats.size >= 500) formats.clear();
    formats.set(key, (format = make()));
  }
  return format;
}

/**
 * Minor units for people: formatMoney(106800n, "EUR", "fr") is "1 068,00 €" with narrow no-break spaces. Exact at any
 * size: Intl is handed the decimal text, never a float. `sign: "always"` writes a plus too (adjustments, differences).
 */
export function formatMoney(minor: bigint, currency: string, locale: Locale, sign: "auto" | "always" = "auto"): string {
  const digits = currencyExponent(currency);
  const format = cached(`money ${locale} ${currency} ${sign}`, () => {
    const signDisplay = sign === "always" ? "exceptZero" : "negative";
    return new Intl.NumberFormat(regions[locale], {
      style: "currency",
      currency,
      signDisplay,
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    });
  });
  return minus(format.format(decimalText(minor, currency) as Intl.StringNumericLiteral));
}

/** Exact amounts in few characters for chart axes and tiles: "1.2M €". Rounded: never for a document. */
export function formatMoneyShort(minor: bigint, currency: string, locale: Locale): string {
  const format = cached(`short ${locale} ${currency}`, () => {
    return new Intl.NumberFormat(regions[locale], {
      style: "currency",
      currency,
      notation: "compact",
      maximumFractionDigits: 1,
      minimumFractionDigits: 0,
    });
  });
  return minus(format.format(decimalText(minor, currency) as Intl.StringNumericLiteral));
}

/** A count or quantity. Quantities travel as decimal text ("12.5") and stay exact. At most 6 decimals. */
export function formatNumber(value: number | bigint | string, locale: Locale, maximumFractionDigits = 6): string {
  const format = cached(
    `number ${locale} ${maximumFractionDigits}`,
    () => new Intl.NumberFormat(regions[locale], { maximumFractionDigits }),
  );
  return minus(format.format(value as Intl.StringNumericLiteral));
}

/** A percentage already in percent: formatPercent("20", "fr") is "20 %"; formatPercent("5.5", "en") is "5.5%". */
export function formatPercent(percent: number | string, locale: Locale, maximumFractionDigits = 2): string {
  const number = formatNumber(percent, locale, maximumFractionDigits);
  return locale === "fr" ? `${number}\u202f%` : `${number}%`;
}

/** A calendar day "2026-11-21" as "21 novembre 2026" (long) or "21/11/2026" (short). A day has no time zone. */
export function formatDate(isoDate: string, locale: Locale, style: "long" | "medium" | "short" = "long"): string {
  const [year, month, day] = isoDate.split("-").map(Number);
  const at = Date.UTC(year ?? Number.NaN, (month ?? Number.NaN) - 1, day ?? Number.NaN);
  if (Number.isNaN(at)) throw new RangeError(`"${isoDate}" is not a date such as 2026-11-21`);
  const format = cached(
    `date ${locale} ${style}`,
    () => new Intl.DateTimeFormat(regions[locale], { ...dayOptions(style), timeZone: "UTC" }),
  );
  return ordinalFirst(format.format(at), locale, style);
}

/** An instant as a person in `timeZone` reads it: "21 novembre 2026 à 14:05". */
export function formatDateTime(at: Date, locale: Locale, timeZone: string, style: "long" | "medium" | "short" = "long"): string {
  const format = cached(`time ${locale} ${style} ${timeZone}`, () => {
    return new Intl.DateTimeFormat(regions[locale], { ...dayOptions(style), hour: "2-digit", minute: "2-digit", timeZone });
  });
  return ordinalFirst(format.format(at), locale, style);
}

const dayOptions = (style: "long" | "medium" | "short"): Intl.DateTimeFormatOptions =>
  style === "short"
    ? { year: "numeric", month: "2-digit", day: "2-digit" }
    : { year: "numeric", month: style === "long" ? "long" : "short", day: "numeric" };

/** French writes the first of a month "1er mars", not "1 mars". */
const ordinalFirst = (text: string, locale: Locale, style: string): string =>
  locale === "fr" && style !== "short" ? text.replace(/^1 /, "1er ") : text;

/** The true minus sign, as in print; Intl gives English and French a hyphen. */
const minus = (text: string): string => text.replace("-", "\u2212");

/**
 * A length of time for people, its two largest units: 9 000 000 ms is "2 h 30 min" (fr) or "2h 30m" (en). Below a
 * minute it says seconds; zero is "0 s". Negative lengths keep their minus.
 */
export function formatDuration(ms: number, locale: Locale): string {
  if (!Number.isFinite(ms)) throw new RangeError("formatDuration: the length must be finite");
  const seconds = Math.round(Math.abs(ms) / 1000);
  const sizes = [86_400, 3600, 60, 1];
  const first = Math.max(
    0,
    sizes.findIndex((size) => seconds >= size),
  );
  const start = seconds === 0 ? 3 : first;
  const unit = sizes[Math.min(start + 1, 3)]!;
  let rest = Math.round(seconds / unit) * unit;
  const words = { en: ["d", "h", "m", "s"], fr: ["j", "h", "min", "s"] }[locale];
  const gap = locale === "fr" ? "\u00a0" : "";
  const parts: string[] = [];
  for (const [index, size] of sizes.entries()) {
    const count = Math.floor(rest / size);
    rest -= count * size;
    if (count > 0 || (index === 3 && parts.length === 0)) parts.push(`${formatNumber(count, locale)}${gap}${words[index]}`);
  }
  return (ms < 0 && seconds > 0 ? "\u2212" : "") + parts.join(" ");
}
