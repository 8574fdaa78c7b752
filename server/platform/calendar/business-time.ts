/** Measuring and adding business time: what response clocks, due dates and breach jobs call. */
import { type BusinessCalendar, type OpenSpan, readyCalendar } from "./business-calendar.ts";

/** No promise reaches further than this; it also stops a search through endless holidays. */
const horizonDays = 3660;

/** Whether the organisation is open at this instant (closing time itself is closed). */
export function isOpen(calendar: BusinessCalendar, at: Date): boolean {
  const { spansOn, dayAt } = readyCalendar(calendar);
  const ms = at.getTime();
  return spansOn(dayAt(ms)).some((span) => span.start <= ms && ms < span.end);
}

/** Open milliseconds between two instants; negative when `to` is before `from`. Throws RangeError beyond 10 years. */
export function businessDurationMs(calendar: BusinessCalendar, from: Date, to: Date): number {
  if (to < from) return -businessDurationMs(calendar, to, from);
  let total = 0;
  for (const span of spansFrom(calendar, from.getTime(), to.getTime())) {
    total += Math.max(0, Math.min(span.end, to.getTime()) - Math.max(span.start, from.getTime()));
  }
  return total;
}

/**
 * The instant at which `ms` of open time have passed since `from`: the due date of a promise. Nothing to add gives the next
 * open instant. Time that ends exactly at closing is due at closing, not at the next opening. `ms` must not be negative.
 */
export function addBusinessDuration(calendar: BusinessCalendar, from: Date, ms: number): Date {
  if (!(ms >= 0)) throw new RangeError("addBusinessDuration: the duration must not be negative");
  let left = ms;
  for (const span of spansFrom(calendar, from.getTime(), Number.POSITIVE_INFINITY)) {
    const start = Math.max(span.start, from.getTime());
    if (start >= span.end) continue;
    if (left <= span.end - start) return new Date(start + left);
    left -= span.end - start;
  }
  throw new RangeError("the business calendar has no opening within ten years");
}

/** Every open span on the local days from one instant to another, in order. */
function* spansFrom(calendar: BusinessCalendar, fromMs: number, toMs: number): Generator<OpenSpan> {
  const { spansOn, dayAt } = readyCalendar(calendar);
  const first = dayAt(fromMs);
  const last = Number.isFinite(toMs) ? dayAt(toMs) : first + horizonDays;
  if (last - first > horizonDays) throw new RangeError("business time is measured over ten years at most");
  for (let day = first; day <= last; day++) yield* spansOn(day);
}
