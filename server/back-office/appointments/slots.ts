/** Which windows a technician can really take: open hours, other visits, the way between them. Pure. */
import type { BusinessCalendar, Weekday } from "#platform/calendar/business-calendar.ts";
import { Temporal } from "temporal-polyfill";

export const windowMinutes = 120;
export const daysAhead = 15;

export interface Technician {
  id: string;
  skills: readonly string[];
}
export interface Visit {
  technicianId: string;
  startsAt: Date;
  endsAt: Date;
  postcode: string;
}
export interface Slot {
  startsAt: Date;
  endsAt: Date;
  /** Who can take it, the least busy that day first. */
  technicianIds: string[];
}

/** Minutes on the road between two postcodes: same one 10, same department 30, further 75. An honest estimate until a map is connected. */
export const travelMinutes = (from: string, to: string): number =>
  from === to ? 10 : from.slice(0, 2) === to.slice(0, 2) ? 30 : 75;

/** Windows from `earliest` on, for the next 15 days, in which someone with the skills is free and can get there from the visit before and to the one after. */
export function feasibleSlots(input: {
  earliest: Date;
  calendar: BusinessCalendar;
  technicians: readonly Technician[];
  visits: readonly Visit[];
  postcode: string;
  skills: readonly string[];
}): Slot[] {
  const able = input.technicians.filter((technician) => input.skills.every((skill) => technician.skills.includes(skill)));
  const slots: Slot[] = [];
  for (const window of windows(input.earliest, input.calendar)) {
    const free = able.filter((technician) =>
      canTake(
        window,
        input.visits.filter((visit) => visit.technicianId === technician.id),
        input.postcode,
      ),
    );
    if (free.length === 0) continue;
    const day = window.startsAt.toISOString().slice(0, 10);
    const load = (id: string) =>
      input.visits.filter((visit) => visit.technicianId === id && visit.startsAt.toISOString().startsWith(day)).length;
    slots.push({
      ...window,
      technicianIds: free.map((technician) => technician.id).sort((a, b) => load(a) - load(b) || a.localeCompare(b)),
    });
  }
  return slots;
}

function canTake(window: { startsAt: Date; endsAt: Date }, visits: readonly Visit[], postcode: string): boolean {
  return visits.every((visit) => {
    const roadMs = travelMinutes(visit.postcode, postcode) * 60_000;
    const before = visit.endsAt.getTime() <= window.startsAt.getTime();
    const after = visit.startsAt.getTime() >= window.endsAt.getTime();
    if (!before && !after) return false;
    // the window is when the visit begins; the work itself takes half of it, which leaves the other half for the road
    const gap = before ? window.startsAt.getTime() - visit.endsAt.getTime() : visit.startsAt.getTime() - window.endsAt.getTime();
    return gap + (windowMinutes / 2) * 60_000 >= roadMs;
  });
}

/** The grid of windows inside opening hours, so that two bookings either are the same window or do not overlap. */
export function* windows(earliest: Date, calendar: BusinessCalendar): Generator<{ startsAt: Date; endsAt: Date }> {
  const zone = calendar.timeZone;
  const first = Temporal.Instant.fromEpochMilliseconds(earliest.getTime()).toZonedDateTimeISO(zone).toPlainDate();
  for (let offset = 0; offset <= daysAhead; offset += 1) {
    const day = first.add({ days: offset });
    if (calendar.holidays.includes(day.toString())) continue;
    for (const range of calendar.week[day.dayOfWeek as Weekday] ?? []) {
      const at = (text: string) =>
        day.toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(text === "24:00" ? "23:59" : text) })
          .epochMilliseconds;
      for (let start = at(range.from); start + windowMinutes * 60_000 <= at(range.to); start += windowMinutes * 60_000) {
        if (start >= earliest.getTime()) yield { startsAt: new Date(start), endsAt: new Date(start + windowMinutes * 60_000) };
      }
    }
  }
}
