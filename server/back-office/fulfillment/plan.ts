/** How an order is taken apart: what must be done, in which order, by when. Pure. */
import type { SoldLine } from "#cpq/quotes/events.ts";
import { addBusinessDuration } from "#platform/calendar/business-time.ts";
import { Temporal } from "temporal-polyfill";
import type { BusinessCalendar, Weekday } from "#platform/calendar/business-calendar.ts";

export type TaskKind = "ship" | "install" | "provision";
export interface PlannedTask {
  kind: TaskKind;
  itemIds: string[];
  name: string;
  /** Positions in this plan of the tasks it waits for. */
  dependsOn: number[];
  dueAt: Date;
  jeopardyAt: Date;
  durationMs: number;
}
export type PlannedItem = Pick<SoldLine, "delivery" | "leadTimeDays" | "name"> & { itemId: string };

const dayMs = 86_400_000;
const visitMs = 3_600_000;
const steps: readonly TaskKind[] = ["ship", "install", "provision"];
/** Before an installation the goods must be there; a line is switched on once the equipment is installed. */
const waitsFor: Record<TaskKind, readonly TaskKind[]> = { ship: [], install: ["ship"], provision: ["install", "ship"] };

/**
 * One shipment and one visit for all that is shipped and installed, one task per service to switch on. A task is due when
 * its lead time has passed and no earlier than what it waits for (a visit: an hour of business time later); the order is promised
 * for the day its last task is due.
 */
export function planOrder(
  items: readonly PlannedItem[],
  placedAt: Date,
  calendar: BusinessCalendar,
): { tasks: PlannedTask[]; promisedFor: string } {
  const tasks: PlannedTask[] = [];
  for (const kind of steps) {
    const mine = items.filter((item) => item.delivery === kind);
    const groups = kind === "provision" ? mine.map((item) => [item]) : mine.length > 0 ? [mine] : [];
    for (const group of groups) {
      const dependsOn = tasks.flatMap((task, position) => (waitsFor[kind].includes(task.kind) ? [position] : []));
      const freeAt = dependsOn.reduce(
        (latest, position) => Math.max(latest, tasks[position]!.dueAt.getTime()),
        placedAt.getTime(),
      );
      const leadDays = Math.max(...group.map((item) => item.leadTimeDays));
      const afterLead = endOfBusinessDay(new Date(placedAt.getTime() + leadDays * dayMs), calendar);
      const earliest = kind === "install" ? addBusinessDuration(calendar, new Date(freeAt), visitMs).getTime() : freeAt;
      const dueAt = new Date(Math.max(afterLead.getTime(), earliest));
      const durationMs = dueAt.getTime() - freeAt;
      tasks.push({
        kind,
        itemIds: group.map((item) => item.itemId),
        name: group.map((item) => item.name).join(", "),
        dependsOn,
        dueAt,
        jeopardyAt: new Date(dueAt.getTime() - durationMs / 4),
        durationMs,
      });
    }
  }
  const last = tasks.reduce((latest, task) => Math.max(latest, task.dueAt.getTime()), placedAt.getTime());
  return { tasks, promisedFor: localDay(new Date(last), calendar.timeZone) };
}

/** Closing time of that day, or of the next one that opens. */
function endOfBusinessDay(at: Date, calendar: BusinessCalendar): Date {
  let day = Temporal.PlainDate.from(localDay(at, calendar.timeZone));
  for (let tries = 0; tries < 400; tries += 1, day = day.add({ days: 1 })) {
    const closing = calendar.week[day.dayOfWeek as Weekday]?.at(-1)?.to;
    if (closing === undefined || calendar.holidays.includes(day.toString())) continue;
    const [hour, minute] = closing.split(":").map(Number);
    const zoned = day.toZonedDateTime({ timeZone: calendar.timeZone, plainTime: { hour: hour! % 24, minute: minute! } });
    return new Date((hour === 24 ? zoned.add({ days: 1 }) : zoned).epochMilliseconds);
  }
  throw new RangeError("the business calendar never opens");
}

/** "2026-03-09" as that instant reads on a wall calendar there. */
export const localDay = (at: Date, timeZone: string): string =>
  new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" }).format(at);

export interface LiveTask {
  id: string;
  dependsOn: readonly string[];
  status: string;
  durationMs: number;
  startedAt: Date | null;
  /** Set when something outside fixes it: the appointment booked for an installation. */
  fixedAt: Date | null;
  completedAt: Date | null;
}

/** When each task will be done if nothing else changes: a forward pass over what it waits for, from now. */
export function forecast(tasks: readonly LiveTask[], placedAt: Date, now: Date): Map<string, Date> {
  const expected = new Map<string, Date>();
  const visit = (task: LiveTask): Date => {
    const known = expected.get(task.id);
    if (known) return known;
    const done = task.completedAt ?? expectOpen(task);
    expected.set(task.id, done);
    return done;
  };
  const expectOpen = (task: LiveTask): Date => {
    const free = tasks
      .filter((other) => task.dependsOn.includes(other.id))
      .reduce((latest, other) => Math.max(latest, visit(other).getTime()), placedAt.getTime());
    const usual = (task.startedAt?.getTime() ?? free) + task.durationMs;
    const fixed = task.fixedAt?.getTime() ?? 0;
    return new Date(Math.max(fixed || usual, free, now.getTime()));
  };
  for (const task of tasks) visit(task);
  return expected;
}
