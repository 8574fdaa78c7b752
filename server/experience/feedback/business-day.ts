import type { BusinessCalendar } from "#platform/calendar/business-calendar.ts";

/** How long a business day is: the mean opening time of the days that open. */
export function businessDayMs(calendar: BusinessCalendar): number {
  const minutes = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));
  const days = Object.values(calendar.week).filter((ranges) => ranges.length > 0);
  const open = days.flat().reduce((sum, range) => sum + minutes(range.to) - minutes(range.from), 0);
  return (open / Math.max(1, days.length)) * 60_000;
}
