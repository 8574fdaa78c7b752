/** Days of a calendar in the reader's own time zone, as "2026-11-26" and as instants. */

const pad = (n: number): string => String(n).padStart(2, "0");
export const dayKey = (date: Date): string => `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
export const startOf = (day: string): Date => new Date(`${day}T00:00:00`);

export function addDays(day: string, days: number): string {
  const date = startOf(day);
  date.setDate(date.getDate() + days);
  return dayKey(date);
}

/** The Monday of a day's week. */
export const mondayOf = (day: string): string => addDays(day, -((startOf(day).getDay() + 6) % 7));

/** Where an instant stands in the hours shown, as a share between 0 and 1. */
export function shareOfDay(at: string, day: string, from: number, to: number): number {
  const hours = (new Date(at).getTime() - startOf(day).getTime()) / 3_600_000;
  return Math.min(1, Math.max(0, (hours - from) / (to - from)));
}
