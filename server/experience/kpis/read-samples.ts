import { sql } from "kysely";
import { businessDurationMs } from "#platform/calendar/business-time.ts";
import { type Context, reader } from "#platform/context.ts";
import { businessCalendar } from "#record/organisation/business-calendar.ts";
import type { KpiDefinition } from "./definition.ts";

export interface KpiSample {
  eventId: string | null;
  at: Date;
  customerId: string | null;
  value: number;
  weight: number | undefined;
}

const most = 200_000;

/** The samples of a figure in a period, newest last, at most 200,000. Spans are measured on the business calendar. */
export async function readSamples(ctx: Context, definition: KpiDefinition, from: Date, to: Date): Promise<KpiSample[]> {
  const { rows } = await sql<Awaited<ReturnType<ReturnType<KpiDefinition["samples"]>["execute"]>>["rows"][number]>`
    select * from (${definition.samples(from, to)}) s order by at limit ${most}`.execute(reader(ctx));
  const calendar = rows.some((row) => row.started_at) ? await businessCalendar(ctx) : null;
  return rows.flatMap((row) => {
    const value = row.started_at && calendar ? businessDurationMs(calendar, row.started_at, row.at) / 60_000 : row.value;
    if (value === null) return [];
    return { eventId: row.event_id, at: row.at, customerId: row.customer_id, value, weight: row.weight ?? undefined };
  });
}
