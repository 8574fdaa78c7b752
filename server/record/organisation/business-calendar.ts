import type { BusinessCalendar, OpeningHours } from "#platform/calendar/business-calendar.ts";
import { publicHolidays } from "#platform/calendar/public-holidays.ts";
import type { Context } from "#platform/context.ts";
import { defaultCalendar } from "./legal-entity.ts";

const ready = new Map<string, BusinessCalendar>(); // the calendar is prepared once per object, so the object is kept

/** The calendar promise clocks run on, with the public holidays of its country for this year and the next. */
export async function businessCalendar(ctx: Context): Promise<BusinessCalendar> {
  const row = await defaultCalendar(ctx);
  const year = ctx.now.getUTCFullYear();
  const key = `${row.id}:${row.updated_at.getTime()}:${year}`;
  const known = ready.get(key);
  if (known) return known;
  const week = Object.fromEntries(
    Object.entries(row.week as Record<string, [string, string][]>).map(([day, ranges]) => [
      day,
      ranges.map(([from, to]): OpeningHours => ({ from, to })),
    ]),
  );
  const country = row.holiday_country;
  const legal = country
    ? [year - 1, year, year + 1].flatMap((each) => publicHolidays(country, each).map((holiday) => holiday.date))
    : [];
  const calendar: BusinessCalendar = {
    timeZone: row.time_zone,
    week,
    holidays: [...new Set([...legal, ...(row.holidays as string[])])].sort(),
  };
  ready.clear();
  ready.set(key, calendar);
  return calendar;
}
