/**
 * The formatters only a screen needs; money, numbers and durations come from the server's own, so that a mail, a PDF
 * and a screen write the same figure the same way. Pure functions; screens use `useFormat()`.
 */
import { intlTag, type Locale } from "./locale.ts";

const formatters = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat | Intl.RelativeTimeFormat>();

function cached<T extends Intl.NumberFormat | Intl.DateTimeFormat | Intl.RelativeTimeFormat>(key: string, make: () => T): T {
  const found = formatters.get(key);
  if (found) return found as T;
  const made = make();
  formatters.set(key, made);
  return made;
}

const dateFormat = (locale: Locale, options: Intl.DateTimeFormatOptions) =>
  cached(`d${locale}${JSON.stringify(options)}`, () => new Intl.DateTimeFormat(intlTag[locale], options));

/** Many, in few characters: "12,4 k". */
export const formatCompact = (locale: Locale, value: number): string =>
  cached(`c${locale}`, () => new Intl.NumberFormat(intlTag[locale], { notation: "compact", maximumFractionDigits: 1 })).format(
    value,
  );

/** A signed change: "+3", "−18". The minus is a true minus sign. */
export const formatDelta = (locale: Locale, value: number, digits = 0): string =>
  cached(
    `s${locale}${digits}`,
    () => new Intl.NumberFormat(intlTag[locale], { signDisplay: "exceptZero", maximumFractionDigits: digits }),
  )
    .format(value)
    .replace("-", "\u2212");

export type Instant = string | number | Date;

/** A plain "2027-02-02" is a calendar day, not midnight UTC: it must not move with the reader's time zone. */
const isCalendarDay = (value: Instant): value is string => typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value);
const zoneFor = (value: Instant): Intl.DateTimeFormatOptions => (isCalendarDay(value) ? { timeZone: "UTC" } : {});
const ordinalFirst = (text: string, locale: Locale): string => (locale === "fr" ? text.replace(/(^| )1 /, "$11er ") : text);

/** "2 févr. 2027" or "2 Feb 2027". */
export const formatDate = (locale: Locale, value: Instant): string =>
  ordinalFirst(
    dateFormat(locale, { day: "numeric", month: "short", year: "numeric", ...zoneFor(value) }).format(new Date(value)),
    locale,
  );

/** Calendar days from the first to the last, what they share said once: "15–31 déc. 2026", "1 Jan – 28 Feb 2027". */
export function formatDays(locale: Locale, from: string, to: string): string {
  if (from === to) return formatDate(locale, from);
  const format = dateFormat(locale, { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
  const text = format.formatRange(new Date(from), new Date(to));
  return locale === "fr" ? text.replace(/(?<!\d)1(?=[ \u2009\u202f–])/g, "1er") : text;
}

/** "mardi 2 février": day headings. */
export const formatDay = (locale: Locale, value: Instant): string =>
  ordinalFirst(
    dateFormat(locale, { weekday: "long", day: "numeric", month: "long", ...zoneFor(value) }).format(new Date(value)),
    locale,
  );

/** "lun. 22 févr.": the heads of narrow columns. */
export const formatDayShort = (locale: Locale, value: Instant): string =>
  ordinalFirst(
    dateFormat(locale, { weekday: "short", day: "numeric", month: "short", ...zoneFor(value) }).format(new Date(value)),
    locale,
  );

/** "2027-02" as "févr. 2027" or "Feb 2027": the months of a chart. */
export const formatMonth = (locale: Locale, month: string): string =>
  dateFormat(locale, { month: "short", year: "numeric", timeZone: "UTC" }).format(new Date(`${month.slice(0, 7)}-01T00:00:00Z`));

export const formatTime = (locale: Locale, value: Instant): string =>
  dateFormat(locale, { hour: "2-digit", minute: "2-digit" }).format(new Date(value));

export const formatDateTime = (locale: Locale, value: Instant): string =>
  ordinalFirst(
    dateFormat(locale, { day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit" }).format(
      new Date(value),
    ),
    locale,
  );

const steps: [Intl.RelativeTimeFormatUnit, number][] = [
  ["year", 31_557_600],
  ["month", 2_629_800],
  ["week", 604_800],
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
];

/** "3 minutes ago", "il y a 3 minutes", "tomorrow": from `now`, which tests pass in. */
export function formatRelative(locale: Locale, value: Instant, now: number): string {
  const format = cached(`r${locale}`, () => new Intl.RelativeTimeFormat(intlTag[locale], { numeric: "auto" }));
  const seconds = (new Date(value).getTime() - now) / 1000;
  const [unit, size] = steps.find(([, size]) => Math.abs(seconds) >= size) ?? (["second", 1] as const);
  return format.format(unit === "second" && Math.abs(seconds) < 45 ? 0 : Math.round(seconds / size), unit);
}
