import { type Context, reader } from "#platform/context.ts";
import type { Exporter, ExportPeriod } from "#platform/exporter.ts";
import { streamRows } from "#platform/stream-rows.ts";
import { writeEventsOcel } from "./write-events-ocel.ts";
import { writeEventsXes } from "./write-events-xes.ts";

/** The whole event line in the order it was written: every fact with what it carries. As XES a case is a customer's line; as OCEL it is about customers, contacts and subjects. */
export const eventsExporter: Exporter = {
  kind: "events",
  columns: [
    "position",
    "id",
    "type",
    "occurred_at",
    "recorded_at",
    "customer_id",
    "contact_id",
    "subject_type",
    "subject_id",
    "channel",
    "stage",
    "actor_type",
    "actor_id",
    "correlation_id",
    "causation_id",
    "data",
  ],
  async *rows(ctx, period) {
    for await (const row of streamRows(ctx, eventsOf(ctx, period).orderBy("position")))
      yield [
        row.position,
        row.id,
        row.type,
        row.occurred_at,
        row.recorded_at,
        row.customer_id,
        row.contact_id,
        row.subject_type,
        row.subject_id,
        row.channel,
        row.stage,
        row.actor_type,
        row.actor_id,
        row.correlation_id,
        row.causation_id,
        row.data as Record<string, unknown>,
      ];
  },
  forms: { xes: writeEventsXes, ocel: writeEventsOcel },
};

function eventsOf(ctx: Context, { from, to }: ExportPeriod) {
  let query = reader(ctx).selectFrom("events").selectAll();
  if (from) query = query.where("occurred_at", ">=", from);
  if (to) query = query.where("occurred_at", "<", to);
  return query;
}
