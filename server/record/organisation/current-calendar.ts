import type { BusinessCalendar, OpeningHours, Weekday } from "#platform/calendar/business-calendar.ts";
import { publicHolidays } from "#platform/calendar/public-holidays.ts";
import type { Context } from "#platform/context.ts";
import { defaultCalendar } from "./legal-entity.ts";

/** The calendar that promise clocks run on, with the public holidays of its country for last year, this one and the next two. */
export async function currentCalendar(ctx: Context): Promise<BusinessCalendar> {
  const row = await defaultCalendar(ctx);
  const week: Partial<Record<Weekday, OpeningHours[]>> = {};
  for (const [weekday, ranges] of Object.entries(row.week as Record<string, [string, string][]>))
    week[Number(weekday) as Weekday] = ranges.map(([from, to]) => ({ from, to }));
  const year = ctx.now.getUTCFullYear();
  const country = row.holiday_country;
  const days = country
    ? [year - 1, year, year + 1, year + 2].flatMap((each) => publicHolidays(country, each).map(({ date }) => date))
    : [];
  return { timeZone: row.time_zone, week, holidays: [...new Set([...(row.holidays as string[]), ...days])] };
}
