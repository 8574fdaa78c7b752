import type { Context } from "#platform/context.ts";
import { json } from "#platform/database.ts";
import { found } from "#platform/errors.ts";
import { write } from "#platform/write.ts";

/** Replaces the opening hours and holidays of a calendar. Clocks already running are measured with the new hours. */
export const changeCalendar = (
  ctx: Context,
  input: { calendarId: string; week: Record<string, [string, string][]>; holidays: string[] },
) =>
  write(ctx, async (tx) => {
    const row = await tx
      .updateTable("business_calendars")
      .set({ week: json(input.week), holidays: json(input.holidays), updated_at: ctx.now })
      .where("id", "=", input.calendarId)
      .returning("id")
      .executeTakeFirst();
    return { id: found(row, "calendar", input.calendarId).id };
  });
