import { Temporal } from "temporal-polyfill";
import type { BusinessCalendar } from "#platform/calendar/business-calendar.ts";
import type { Context } from "#platform/context.ts";
import { reader } from "#platform/context.ts";
import { json } from "#platform/database.ts";
import { write } from "#platform/write.ts";

/** How often and when people hear from us beyond what a contract needs. */
export interface MessagePolicy {
  capMessages: number;
  capDays: number;
  /** Marketing leaves between these hours, on days the organisation is open: "08:00", "20:00". */
  from: string;
  to: string;
}

const standard: MessagePolicy = { capMessages: 3, capDays: 7, from: "08:00", to: "20:00" };
const key = "message_policy";

export async function messagePolicy(ctx: Context): Promise<MessagePolicy> {
  const row = await reader(ctx).selectFrom("installation_settings").select("value").where("key", "=", key).executeTakeFirst();
  return { ...standard, ...(row?.value as Partial<MessagePolicy> | undefined) };
}

export const changeMessagePolicy = (ctx: Context, input: MessagePolicy) =>
  write(ctx, async (tx) => {
    await tx
      .insertInto("installation_settings")
      .values({ key, value: json(input) })
      .onConflict((conflict) => conflict.column("key").doUpdateSet({ value: json(input), updated_at: ctx.now }))
      .execute();
    return input;
  });

/**
 * The first instant from `now` on at which marketing may leave: within the hours of the policy, in the organisation's
 * time zone, on a day it opens at all. `now` itself when it already is.
 */
export function openFrom(calendar: BusinessCalendar, policy: MessagePolicy, now: Date): Date {
  const at = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(calendar.timeZone);
  for (let days = 0; days <= 60; days += 1) {
    const day = at.toPlainDate().add({ days });
    const instant = (time: string) =>
      day.toZonedDateTime({ timeZone: calendar.timeZone, plainTime: Temporal.PlainTime.from(time) }).epochMilliseconds;
    if (!opensOn(calendar, day)) continue;
    const [start, end] = [instant(policy.from), instant(policy.to)];
    if (now.getTime() < start) return new Date(start);
    if (now.getTime() < end) return now;
  }
  return now; // a calendar that never opens must not silence the organisation
}

function opensOn(calendar: BusinessCalendar, day: Temporal.PlainDate): boolean {
  if (calendar.holidays.includes(day.toString())) return false;
  return (calendar.week[day.dayOfWeek as 1]?.length ?? 0) > 0;
}
