/** Public holidays by country, to fill a business calendar. Rules come from the open date-holidays data. */
import Holidays from "date-holidays";
import type { Locale } from "../i18n/locale.ts";

export interface PublicHoliday {
  /** Local date, "2026-07-14". */
  readonly date: string;
  readonly name: Readonly<Record<Locale, string>>;
}

/**
 * The days off by law in a country (ISO 3166: "FR", "BE"), and in a region of it where given ("FR", "57" adds those of
 * Moselle), in order. Throws RangeError for a country without rules.
 */
export function publicHolidays(country: string, year: number, region?: string): PublicHoliday[] {
  const rules =
    region === undefined ? new Holidays(country, { types: ["public"] }) : new Holidays(country, region, { types: ["public"] });
  const english = rules.getHolidays(year, "en");
  if (english.length === 0) throw new RangeError(`no public holidays are known for "${country}"`);
  const french = new Map(rules.getHolidays(year, "fr").map((holiday) => [holiday.rule, holiday.name]));
  const days = new Map<string, PublicHoliday>();
  for (const holiday of english) {
    const date = holiday.date.slice(0, 10);
    if (!days.has(date)) days.set(date, { date, name: { en: holiday.name, fr: french.get(holiday.rule) ?? holiday.name } });
  }
  return [...days.values()].sort((a, b) => (a.date < b.date ? -1 : 1));
}
