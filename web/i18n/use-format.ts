import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { formatDuration, formatMoney, formatMoneyShort, formatNumber, formatPercent } from "#platform/i18n/format.ts";
import type { Locale } from "#platform/i18n/locale.ts";
import { now } from "../api/now.ts";
import {
  formatCompact,
  formatDate,
  formatDateTime,
  formatDay,
  formatDayShort,
  formatDays,
  formatDelta,
  formatMonth,
  formatRelative,
  formatTime,
  type Instant,
} from "./format.ts";

/** Figures as the reader's language writes them; re-renders when the language changes. */
export function useFormat() {
  const { i18n } = useTranslation();
  const locale: Locale = i18n.language === "fr" ? "fr" : "en";
  return useMemo(
    () => ({
      locale,
      /** Minor units as the API sends them: money("125000", "EUR") is "1 250,00 €". Exact. */
      money: (minor: string | bigint, currency: string) => formatMoney(BigInt(minor), currency, locale),
      /** "1,2 M€": cards and axes, never documents. */
      moneyShort: (minor: string | bigint, currency: string) => formatMoneyShort(BigInt(minor), currency, locale),
      number: (value: number | bigint | string, maximumDigits?: number) => formatNumber(value, locale, maximumDigits),
      compact: (value: number) => formatCompact(locale, value),
      /** A ratio: percent(0.342) is "34 %". */
      percent: (ratio: number, maximumDigits = 0) => formatPercent(ratio * 100, locale, maximumDigits),
      delta: (value: number, maximumDigits?: number) => formatDelta(locale, value, maximumDigits),
      date: (value: Instant) => formatDate(locale, value),
      /** "2027-02" as "févr. 2027". */
      month: (month: string) => formatMonth(locale, month),
      day: (value: Instant) => formatDay(locale, value),
      /** Calendar days from the first to the last: "15–31 déc. 2026". */
      days: (from: string, to: string) => formatDays(locale, from, to),
      dayShort: (value: Instant) => formatDayShort(locale, value),
      time: (value: Instant) => formatTime(locale, value),
      dateTime: (value: Instant) => formatDateTime(locale, value),
      /** From the server's now, unless told another. */
      relative: (value: Instant, at: number = now()) => formatRelative(locale, value, at),
      duration: (durationMs: number) => formatDuration(durationMs, locale),
    }),
    [locale],
  );
}

export type Format = ReturnType<typeof useFormat>;
